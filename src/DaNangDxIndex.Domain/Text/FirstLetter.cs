using System.Globalization;

namespace DaNangDxIndex.Text;

/// <summary>The first letter of a name or a sentence that goes on inside another one.</summary>
public static class FirstLetter
{
    public static string Lowered(string text) =>
        text.Length == 0 ? text : char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..];
}
