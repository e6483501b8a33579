using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>
/// Text of a cell: its runs together, trimmed, in one form of Unicode. What is too long, or no honest text, is told as such.
/// </summary>
internal readonly partial record struct CellText(string Text, Bilingual? Unreadable)
{
    public const int Longest = 2_000;

    /// <summary>As a workbook writes it.</summary>
    public static CellText Of(string raw) => Typed(Escapes.Replace(raw, Unescaped));

    /// <summary>As it was typed.</summary>
    public static CellText Typed(string typed)
    {
        var whole = typed.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        var text = ShortText.Cut(whole, Longest);
        if (!CombiningMarks.AreFew(text) || !ShortText.IsWhole(text) || text.Any(IsNoText))
            return new("", new(
                "Ô có ký tự không hợp lệ. Gõ lại nội dung của ô.", "The cell holds characters that are not allowed. Type its text anew."));
        return whole.Length > Longest
            ? new(text.Normalize(), new(
                "Ô dài hơn 2.000 ký tự. Rút ngắn nội dung.", "The cell is longer than 2,000 characters. Shorten it."))
            : new(text.Normalize(), null);
    }

    /// <summary>
    /// All runs of the element at which the reader stands, to its end, as far as somebody may write; guides to pronunciation are no text.
    /// </summary>
    public static string Runs(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var (text, end) = (new StringBuilder(), reader.Depth);
        while (reader.Read() && reader.Depth > end)
        {
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" } && reader.Depth > end)
                reader.Skip();
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "t" })
                Value(reader, text);
            if (reader.Depth <= end)
                break;
        }
        return text.ToString();
    }

    /// <summary>
    /// What stands in the element itself, as far as somebody may write.
    /// Leaves the reader at its end, so that the next step goes on behind it.
    /// </summary>
    public static string Value(XmlReader reader)
    {
        var text = new StringBuilder();
        Value(reader, text);
        return text.ToString();
    }

    private static void Value(XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, Math.Max(0, Longest + 1 - text.Length))));
        }
    }

    private static bool IsNoText(char letter) => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t');

    // The standard's way to write what XML cannot hold.
    private static string Unescaped(Match escape) => $"{(char)Convert.ToUInt16(escape.Groups["code"].Value, 16)}";

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes { get; }
}
