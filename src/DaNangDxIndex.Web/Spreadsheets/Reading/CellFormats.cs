using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>What a number is shown as, by the style of its cell: a plain number, a percentage, a day.</summary>
internal sealed partial class CellFormats
{
    private readonly List<NumberKind> _styles = [];

    public enum NumberKind
    {
        Plain,
        Percent,
        Day,
    }

    public NumberKind Of(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < _styles.Count ? _styles[index] : NumberKind.Plain;

    public static CellFormats Read(XDocument? styles)
    {
        var formats = new CellFormats();
        if (styles is null)
            return formats;
        var own = new Dictionary<string, NumberKind>(StringComparer.Ordinal);
        foreach (var format in styles.Descendants().Where(element => element.Name.LocalName == "numFmt"))
            own[(string?)format.Attribute("numFmtId") ?? ""] = KindOf((string?)format.Attribute("formatCode") ?? "");
        formats._styles.AddRange(
            from style in styles.Descendants()
            where style.Name.LocalName == "xf" && style.Parent?.Name.LocalName == "cellXfs"
            let id = (string?)style.Attribute("numFmtId") ?? "0"
            select own.TryGetValue(id, out var kind) ? kind : Standard(id));
        return formats;
    }

    private static NumberKind Standard(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number switch
        {
            9 or 10 => NumberKind.Percent,
            (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => NumberKind.Day,
            _ => NumberKind.Plain,
        }
        : NumberKind.Plain;

    private static NumberKind KindOf(string code)
    {
        var bare = Quoted.Replace(code, "");
        return bare.Contains('%', StringComparison.Ordinal) ? NumberKind.Percent
            : bare.AsSpan().IndexOfAny("yYdD") >= 0 ? NumberKind.Day
            : NumberKind.Plain;
    }

    // Words in quotes, colours and languages in brackets, and letters behind a backslash say nothing of the number.
    [GeneratedRegex(
        "\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted { get; }
}
