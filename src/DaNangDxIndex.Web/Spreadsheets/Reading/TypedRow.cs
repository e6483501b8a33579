namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>
/// One row of a table. A cell that was left blank is a cell all the same: it has its address, and a fault can be told of it.
/// </summary>
public sealed class TypedRow(string sheet, TypedSheet.Row row, IReadOnlyDictionary<string, int> columns)
{
    /// <summary>As spreadsheet programs count, from 1.</summary>
    public int Number => row.Number;

    /// <summary>The filled cells of columns that have a meaning.</summary>
    public IEnumerable<TypedCell> Cells => columns.Values.Select(at => row.Cells.GetValueOrDefault(at)).OfType<TypedCell>();

    /// <summary>The cell of a column; of a column that the file does not have, a blank one at the beginning of the row.</summary>
    public TypedCell this[string code] => columns.TryGetValue(code, out var at)
        ? row.Cells.GetValueOrDefault(at) ?? new(sheet, new CellAddress(row.Number, at).ToString(), "")
        : new(sheet, new CellAddress(row.Number, 1).ToString(), "");

    public bool Has(string code) => columns.ContainsKey(code);
}
