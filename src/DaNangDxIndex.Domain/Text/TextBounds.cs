namespace DaNangDxIndex.Text;

/// <summary>
/// What a text that comes from outside may be, before anything is computed on it: bounded, without null characters, and with few marks in a
/// row.
/// </summary>
public static class TextBounds
{
    /// <summary>In letters; ten times what the longest field of any form allows, so that the form can say so itself.</summary>
    public const int Longest = 20_000;

    /// <summary>Of a name: of a form's field, or of a member in JSON. Codes are shorter.</summary>
    public const int LongestName = 256;

    public static bool Hold(string text) => Hold(text, Longest);

    public static bool HoldName(string name) => Hold(name, LongestName);

    private static bool Hold(string text, int longest) =>
        text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal) && CombiningMarks.AreFew(text);
}
