using System.Globalization;
using System.Xml.Linq;

namespace DaNangDxIndex.Spreadsheets.Marking;

/// <summary>
/// Gives each style of a workbook its twin on a coloured ground, made when it is first asked for; and takes the ground away again where an
/// earlier marking left it.
/// </summary>
internal sealed class MarkedStyles
{
    private const string Ground = "FFFFC7CE";

    private readonly XElement _cellStyles;
    private readonly int _ground;
    private readonly Dictionary<(int Style, bool Faulty), int> _twins = [];

    public MarkedStyles(XDocument styles)
    {
        var root = styles.Root ?? throw new FormatException("A style sheet without a root.");
        var ns = root.Name.Namespace;
        var fills = root.Element(ns + "fills") ?? throw new FormatException("A style sheet without fills.");
        _cellStyles = root.Element(ns + "cellXfs") ?? throw new FormatException("A style sheet without styles of cells.");
        _ground = FillOf(fills, ns);
    }

    /// <summary>The style that a cell of this style gets; the same where nothing is to be changed.</summary>
    public int Of(int style, bool faulty)
    {
        if (_twins.TryGetValue((style, faulty), out var twin))
            return twin;
        var own = _cellStyles.Elements().ElementAtOrDefault(style);
        var marked = (string?)own?.Attribute("fillId") == Text(_ground);
        return _twins[(style, faulty)] = own is null || marked == faulty ? style : Twin(own, faulty);
    }

    private int Twin(XElement own, bool faulty)
    {
        var twin = new XElement(own);
        twin.SetAttributeValue("fillId", faulty ? Text(_ground) : "0");
        twin.SetAttributeValue("applyFill", "1");
        _cellStyles.Add(twin);
        var count = _cellStyles.Elements().Count();
        _cellStyles.SetAttributeValue("count", Text(count));
        return count - 1;
    }

    private static int FillOf(XElement fills, XNamespace ns)
    {
        var there = fills.Elements().ToList()
            .FindIndex(fill => fill.Descendants().Any(colour => (string?)colour.Attribute("rgb") == Ground));
        if (there >= 0)
            return there;
        fills.Add(new XElement(ns + "fill", new XElement(ns + "patternFill",
            new XAttribute("patternType", "solid"), new XElement(ns + "fgColor", new XAttribute("rgb", Ground)))));
        var count = fills.Elements().Count();
        fills.SetAttributeValue("count", Text(count));
        return count - 1;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
