namespace DaNangDxIndex.Spreadsheets;

/// <summary>
/// One column of a table that people fill in: how it is called in a template, and by which names it is known when the
/// file comes back. A code and the names in both languages always find it, whatever their case, marks and spaces.
/// </summary>
/// <param name="Code">Of the column, to the program: "name_vi".</param>
/// <param name="Name">Its heading.</param>
/// <param name="Hint">What is to be written there, for the sheet of guidance.</param>
public sealed record TableColumn(string Code, Bilingual Name, Bilingual Hint)
{
    /// <summary>Other headings that people use.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>A file without the column is refused; whether a cell may be blank is the reader's own rule.</summary>
    public bool Required { get; init; }

    /// <summary>In characters.</summary>
    public double Width { get; init; } = 18;
}
