using System.Xml;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>Reads the cells of one sheet after the other, in one pass each.</summary>
internal sealed class SheetReading(IReadOnlyList<CellText> shared, CellFormats formats, bool from1904)
{
    private readonly CellValues _values = new(shared, formats, from1904);

    public TypedSheet Read(string name, bool hidden, XmlReader? part)
    {
        var rows = new SortedDictionary<int, Dictionary<int, TypedCell>>();
        using (part)
        {
            var at = new CellAddress(0, 0);
            while (part?.Read() == true)
            {
                if (part is { NodeType: XmlNodeType.Element, LocalName: "row" })
                    at = new(CellAddress.RowOf(part.GetAttribute("r")) ?? at.Row + 1, 0);
                else if (part is { NodeType: XmlNodeType.Element, LocalName: "c" })
                    Add(rows, name, at = CellAddress.Read(part.GetAttribute("r")) ?? new(Math.Max(at.Row, 1), at.Column + 1), part);
            }
        }
        return new(name, hidden, [.. rows.Select(row => new TypedSheet.Row(row.Key, row.Value))]);
    }

    private void Add(SortedDictionary<int, Dictionary<int, TypedCell>> rows, string sheet, CellAddress at, XmlReader cell)
    {
        if (_values.Read(new TypedCell(sheet, at.ToString(), ""), cell) is not { } filled)
            return;
        if (at.Row > TypedWorkbook.MostRows)
            throw SpreadsheetRefusal.TooManyRows(sheet);
        if (at.Column > TypedWorkbook.MostColumns)
            throw SpreadsheetRefusal.TooManyColumns(sheet);
        if (!rows.TryGetValue(at.Row, out var row))
            rows[at.Row] = row = [];
        row[at.Column] = filled;
    }
}
