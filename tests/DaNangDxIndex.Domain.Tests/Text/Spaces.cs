namespace DaNangDxIndex.Text;

/// <summary>
/// Sentences with ordinary spaces, so that expectations can be typed: numbers hold their units by spaces that do not break.
/// </summary>
internal static class Spaces
{
    public static string Typed(this string text) => text.Replace('\u00A0', ' ');

    public static Bilingual Typed(this Bilingual text) => new(text.Vi.Typed(), text.En.Typed());
}
