namespace DaNangDxIndex.Typesetting;

/// <summary>One cell: its text, how it is set, and what it is: <see cref="PdfTag.Cell"/> or the head of its row or column.</summary>
/// <param name="Place">What the text is of, for whoever checks the file; null for all that is not checked.</param>
internal readonly record struct TableCell(string Text, TextStyle Style, string Tag = PdfTag.Cell, string? Place = null);

/// <summary>A row whose text is broken into lines. Its parts on two pages are one row to whoever hears the table.</summary>
internal sealed class TableRow
{
    public const double Side = 3;

    // A row of so many lines may be parted, and leaves so many on each page.
    private const int TallLines = 6, LeastLines = 2;
    private readonly IReadOnlyList<(double X, double Width, TableCell Cell, LaidText Text)> _cells;
    private readonly Ink? _ground;
    private readonly Elements _elements;

    public TableRow(PdfCanvas canvas, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableCell> cells, Ink? ground)
        : this([.. Laid(canvas, columns, cells)], ground, new Elements(new PdfElement?[cells.Count]))
    {
    }

    private TableRow(IReadOnlyList<(double X, double Width, TableCell Cell, LaidText Text)> cells, Ink? ground, Elements elements) =>
        (_cells, _ground, _elements, Height) = (cells, ground, elements, cells.Max(cell => cell.Text.Height));

    public bool KeepWithNext { get; init; }

    /// <summary>Height of the text.</summary>
    public double Height { get; }

    public void Draw(PdfCanvas canvas, double left, double y, double height, bool asArtifact)
    {
        if (_ground is not null)
            using (canvas.Artifact())
                canvas.Fill(_ground, left, y, _cells[^1].X + _cells[^1].Width, height);
        using (canvas.Open(asArtifact ? null : _elements.Row ??= canvas.Element(PdfTag.Row)))
            for (var i = 0; i < _cells.Count; i++)
                using (canvas.Open(asArtifact ? null : _elements.Cells[i] ??= canvas.Element(_cells[i].Cell.Tag)))
                    Draw(canvas, i, left, y, height);
    }

    /// <summary>The part that fits into so much room and the rest; null where the row is too short to be parted well.</summary>
    public (TableRow Upper, TableRow Lower)? Split(double room)
    {
        var tallest = _cells.MaxBy(cell => cell.Text.Height).Text;
        var upper = (int)((room + tallest.Style.Leading) / tallest.Advance);
        if (tallest.Lines.Count < TallLines || upper < LeastLines)
            return null;
        upper = Math.Min(upper, tallest.Lines.Count - LeastLines);
        return (Part(..upper), Part(upper..));
    }

    private TableRow Part(Range lines) => new(
        [.. _cells.Select(cell => cell with { Text = cell.Text.Part(lines) })], _ground, _elements) { KeepWithNext = KeepWithNext };

    private void Draw(PdfCanvas canvas, int cell, double left, double y, double height)
    {
        var (x, _, said, laid) = _cells[cell];
        if (laid.Lines.Count > 0)
            canvas.Draw(laid, left + x + Side, y + (height - laid.Height) / 2, said.Place);
    }

    private static IEnumerable<(double X, double Width, TableCell Cell, LaidText Text)> Laid(
        PdfCanvas canvas, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableCell> cells)
    {
        var x = 0.0;
        foreach (var (column, cell) in columns.Zip(cells))
        {
            yield return (x, column.Width, cell, canvas.Lay(cell.Text, cell.Style, column.Width - 2 * Side));
            x += column.Width;
        }
    }

    private sealed record Elements(PdfElement?[] Cells)
    {
        public PdfElement? Row { get; set; }
    }
}
