namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>The filled cells of a sheet, by row and column.</summary>
/// <param name="Hidden">Not shown on a tab.</param>
/// <param name="Rows">Those with a filled cell, from the top.</param>
public sealed record TypedSheet(string Name, bool Hidden, IReadOnlyList<TypedSheet.Row> Rows)
{
    /// <param name="Number">As spreadsheet programs count, from 1.</param>
    /// <param name="Cells">By column, from 1.</param>
    public sealed record Row(int Number, IReadOnlyDictionary<int, TypedCell> Cells);

    /// <param name="mayBeEmpty">Headings without a row say something: nothing of it is left.</param>
    public TypedTable TableOf(IReadOnlyList<TableColumn> columns, bool mayBeEmpty = false) => TypedTable.Of(this, columns, mayBeEmpty);
}
