namespace DaNangDxIndex.Spreadsheets;

/// <summary>A file to fill in: a sheet with headings (and what is there already), and a sheet that says what each column wants.</summary>
public static class Template
{
    /// <param name="name">Of the sheet that is filled in, at most 31 characters.</param>
    public static IReadOnlyList<Sheet> Of(
        string name, IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<Cell>> rows, string language) =>
        [new(name, [.. columns.Select(column => new Column(Heading(column, language), column.Width))], rows), Guidance(columns, language)];

    private static Sheet Guidance(IReadOnlyList<TableColumn> columns, string language)
    {
        var (tab, column, wanted, hint) = language == "en"
            ? ("Guidance", "Column", "Required", "What to write")
            : ("Hướng dẫn", "Cột", "Bắt buộc", "Nội dung cần ghi");
        return new(
            tab,
            [new(column, 28), new(wanted, 12), new(hint, 90)],
            [.. columns.Select(tableColumn => new[]
            {
                Cell.Of(tableColumn.Name.In(language)), Cell.Of(tableColumn.Required ? "x" : null), Cell.Of(tableColumn.Hint.In(language)),
            })])
        {
            Filtered = false,
        };
    }

    private static string Heading(TableColumn column, string language) => column.Name.In(language) + (column.Required ? " *" : "");
}
