using System.Globalization;
using System.Xml;

namespace DaNangDxIndex.Spreadsheets.Marking;

/// <summary>
/// Copies a sheet and colours cells on the way. A faulty cell that was left blank is not in the file, and
/// is put there. Nothing is held but the node at hand, so a large sheet costs no more than a small one.
/// </summary>
internal sealed class MarkedCells(IEnumerable<CellAddress> faulty, MarkedStyles styles)
{
    private readonly Dictionary<int, SortedSet<int>> _left = faulty.GroupBy(at => at.Row)
        .ToDictionary(row => row.Key, row => new SortedSet<int>(row.Select(at => at.Column)));

    public void Copy(XmlReader from, XmlWriter to)
    {
        var at = new CellAddress(0, 0);
        while (from.Read())
        {
            if (from is { NodeType: XmlNodeType.Element, LocalName: "row" })
                at = new(CellAddress.RowOf(from.GetAttribute("r")) ?? at.Row + 1, 0);
            else if (from is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
                AddBlank(to, from, at with { Column = int.MaxValue });
            if (from is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                at = CellAddress.Read(from.GetAttribute("r")) ?? at with { Column = at.Column + 1 };
                AddBlank(to, from, at);
                CopyCell(from, to, at);
            }
            else
            {
                CopyNode(from, to);
            }
        }
    }

    /// <summary>Faulty cells of the row that should have come before this one.</summary>
    private void AddBlank(XmlWriter to, XmlReader from, CellAddress before)
    {
        while (_left.TryGetValue(before.Row, out var columns) && columns.Count > 0 && columns.Min < before.Column)
        {
            to.WriteStartElement(from.Prefix, "c", from.NamespaceURI);
            to.WriteAttributeString("r", (before with { Column = columns.Min }).ToString());
            to.WriteAttributeString("s", Text(styles.Of(0, faulty: true)));
            to.WriteEndElement();
            columns.Remove(columns.Min);
        }
    }

    private void CopyCell(XmlReader from, XmlWriter to, CellAddress at)
    {
        var isFaulty = _left.TryGetValue(at.Row, out var columns) && columns.Remove(at.Column);
        var style = int.TryParse(from.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : 0;
        to.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
        for (var more = from.MoveToFirstAttribute(); more; more = from.MoveToNextAttribute())
        {
            if (from.Name != "s")
                to.WriteAttributeString(from.Prefix, from.LocalName, from.NamespaceURI, from.Value);
        }
        from.MoveToElement();
        to.WriteAttributeString("s", Text(styles.Of(style, isFaulty)));
        if (from.IsEmptyElement)
            to.WriteEndElement();
    }

    private static void CopyNode(XmlReader from, XmlWriter to)
    {
        switch (from.NodeType)
        {
            case XmlNodeType.Element:
                to.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
                to.WriteAttributes(from, defattr: false);
                if (from.IsEmptyElement)
                    to.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                to.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                to.WriteString(from.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                to.WriteWhitespace(from.Value);
                break;
            default:
                break;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
