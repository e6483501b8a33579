namespace DaNangDxIndex.Text;

/// <summary>
/// The beginning of a text that is too long for its place. Some letters are two characters, and half of one is no text any more: it can
/// neither be normalised nor stored.
/// </summary>
public static class ShortText
{
    /// <summary>With a mark where it goes on.</summary>
    public static string Of(string text, int longest) => text.Length <= longest ? text : Cut(text, longest).TrimEnd() + "…";

    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>No letter in it has lost its other half.</summary>
    public static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
                at++;
            else if (char.IsSurrogate(text[at]))
                return false;
        }
        return true;
    }
}
