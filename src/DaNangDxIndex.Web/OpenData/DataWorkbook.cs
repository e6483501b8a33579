using DaNangDxIndex.Publishing.OpenData;
using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.OpenData;

/// <summary>All tables of a data set in one workbook, and first what their columns mean; the same in every language.</summary>
internal static class DataWorkbook
{
    private const int Narrow = 14;
    private const int Wide = 60;

    public static byte[] Write(Bilingual title, IReadOnlyList<OpenTable> tables) =>
        Workbook.Write([About(title, tables), .. tables.Select(Of)]);

    private static Sheet About(Bilingual title, IReadOnlyList<OpenTable> tables) => new(
        "about",
        [new("table", Narrow), new("column", Narrow), new("vi", Wide), new("en", Wide)],
        [
            [Cell.Empty, Cell.Empty, Cell.Of(title.Vi), Cell.Of(title.En)],
            [Cell.Empty, Cell.Empty, Cell.Of($"Giấy phép: {Licence.Name.Vi} ({Licence.Address})"),
                Cell.Of($"Licence: {Licence.Name.En} ({Licence.Address})")],
            .. tables.SelectMany(table => table.Columns
                .Select(column => Line(table.Name, column.Name, column.Means)).Prepend(Line(table.Name, null, table.About))),
        ])
    {
        Filtered = false,
    };

    private static IReadOnlyList<Cell> Line(string table, string? column, Bilingual means) =>
        [Cell.Of(table), Cell.Of(column), Cell.Of(means.Vi), Cell.Of(means.En)];

    private static Sheet Of(OpenTable table) => new(
        table.Name, [.. table.Columns.Select(column => new Column(column.Name, Narrow))],
        [.. table.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select((value, at) =>
            table.Columns[at].Kind is ColumnKind.Number or ColumnKind.Whole ? Cell.OfInvariant(value) : Cell.Of(value))])]);
}
