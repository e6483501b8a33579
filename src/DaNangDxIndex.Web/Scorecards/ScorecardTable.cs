using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>A ruled table that flows over pages: rows are never parted, the head is repeated, numbers stand right.</summary>
internal sealed class ScorecardTable(ScorecardSheet sheet, double[] widths, IReadOnlyList<string> head, double padding) : IDisposable
{
    private const double Side = 3.5;
    private const double Between = 1.5;
    private static readonly TextStyle HeadStyle = new(10.5, Bold: true, Align: TextAlign.Centre);
    private static readonly Ink HeadGround = new(0.93, 0.93, 0.93);
    private readonly List<double> _rules = [];
    private double _top;

    /// <param name="keepWith">Height of the rows that must stand on the same page as the head.</param>
    public void Begin(double keepWith)
    {
        sheet.Reserve(60 + keepWith);
        BeginOnPage();
        DrawHead(PdfTag.ColumnHead);
    }

    public void Row(params IReadOnlyList<Cell> cells) => Row(null, null, cells);

    /// <summary>A row on a ground, for components and totals; <paramref name="decorate"/> draws into the row once its place is known.</summary>
    public void Row(Ink? ground, Action<double, double>? decorate, IReadOnlyList<Cell> cells)
    {
        var row = new LaidRow(sheet.Canvas, widths, cells);
        if (!sheet.Fits(row.Height + 2 * padding))
            ContinueOnNextPage();
        DrawRow(row, "TD", ground, decorate);
    }

    /// <summary>Begins a new page unless all these rows fit on this one.</summary>
    public void Keep(IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        if (!sheet.Fits(rows.Sum(HeightOf)))
            ContinueOnNextPage();
    }

    /// <summary>Draws the rules of the last page.</summary>
    public void Dispose() => EndOnPage();

    private double HeightOf(IReadOnlyList<Cell> cells)
    {
        var row = new LaidRow(sheet.Canvas, widths, cells);
        return row.Height + 2 * padding;
    }

    private void ContinueOnNextPage()
    {
        EndOnPage();
        sheet.BeginPage();
        BeginOnPage();
        DrawHead(null);
    }

    private void DrawHead(string? tag)
    {
        var row = new LaidRow(sheet.Canvas, widths, [.. head.Select(text => new Cell(text, HeadStyle))]);
        DrawRow(row, tag, HeadGround);
    }

    private void BeginOnPage()
    {
        _top = sheet.Y;
        _rules.Clear();
        _rules.Add(_top);
    }

    private void EndOnPage()
    {
        using var _ = sheet.Canvas.Artifact();
        foreach (var y in _rules)
            sheet.Canvas.Line(ScorecardSheet.Left, y, ScorecardSheet.Right, y, 0.5);
        var x = ScorecardSheet.Left;
        foreach (var width in widths.Prepend(0))
        {
            x += width;
            sheet.Canvas.Line(x, _top, x, sheet.Y, 0.5);
        }
    }

    /// <summary>A head that is repeated on a further page is no part of the document's structure: <paramref name="tag"/> is null.</summary>
    private void DrawRow(LaidRow row, string? tag, Ink? ground, Action<double, double>? decorate = null)
    {
        var height = row.Height + 2 * padding;
        if (ground is not null || decorate is not null)
            using (sheet.Canvas.Artifact())
            {
                if (ground is not null)
                    sheet.Canvas.Fill(ground, ScorecardSheet.Left, sheet.Y, ScorecardSheet.TextWidth, height);
                decorate?.Invoke(sheet.Y, height);
            }
        if (tag is null)
            using (sheet.Canvas.Artifact())
                for (var column = 0; column < widths.Length; column++)
                    row.Draw(sheet.Canvas, column, sheet.Y + padding, centred: true);
        else
            using (sheet.Canvas.Tag("TR"))
                for (var column = 0; column < widths.Length; column++)
                    using (sheet.Canvas.Tag(tag))
                        row.Draw(sheet.Canvas, column, sheet.Y + padding, centred: ground == HeadGround);
        sheet.Y += height;
        _rules.Add(sheet.Y);
    }

    /// <summary>One or more paragraphs; a cell without a text is there for a bar, or stays empty.</summary>
    internal sealed record Cell(IReadOnlyList<(string Text, TextStyle Style)> Paragraphs)
    {
        public Cell(string text, TextStyle style) : this([(text, style)])
        {
        }
    }

    private sealed class LaidRow
    {
        private readonly List<(double X, List<TextBlock> Blocks)> _cells = [];

        public LaidRow(PdfCanvas canvas, double[] widths, IReadOnlyList<Cell> cells)
        {
            var x = ScorecardSheet.Left;
            for (var column = 0; column < cells.Count; x += widths[column++])
                _cells.Add((x + Side, [.. cells[column].Paragraphs.Where(p => p.Text.Length > 0).Select(p => canvas.Lay(p.Text, p.Style, widths[column] - 2 * Side))]));
            Height = _cells.Max(cell => HeightOf(cell.Blocks));
        }

        public double Height { get; }

        public void Draw(PdfCanvas canvas, int column, double y, bool centred)
        {
            var (x, blocks) = _cells[column];
            if (centred)
                y += (Height - HeightOf(blocks)) / 2;
            foreach (var block in blocks)
            {
                canvas.Draw(block, x, y);
                y += block.Height + Between;
            }
        }

        private static double HeightOf(List<TextBlock> blocks) => blocks.Count == 0 ? 0 : blocks.Sum(block => block.Height + Between) - Between;
    }
}
