namespace DaNangDxIndex.Typesetting;

/// <param name="Head">Name of the column; its lines are repeated on every page.</param>
internal readonly record struct TableColumn(double Width, string Head, TextAlign Align = TextAlign.Left);

/// <summary>
/// A ruled table that flows over pages: the head is repeated, what belongs together
/// stays together, only rows that are taller than a few lines are parted.
/// </summary>
internal sealed class RuledTable
{
    private const double Rule = 0.45;
    private static readonly Ink HeadGround = Ink.Grey(0.93);
    private readonly OfficialSheet _sheet;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly double _padding;
    private readonly TableRow _head;
    private readonly List<TableRow> _rows = [];

    /// <param name="padding">Above and below the text of each row.</param>
    public RuledTable(OfficialSheet sheet, IReadOnlyList<TableColumn> columns, TextStyle head, double padding)
    {
        (_sheet, _columns, _padding) = (sheet, columns, padding);
        _head = new TableRow(
            sheet.Canvas, columns, [.. columns.Select(column => new TableCell(column.Head, head.Centred, PdfTag.ColumnHead))], HeadGround);
    }

    private RuledTable(OfficialSheet sheet, IReadOnlyList<TableColumn> columns, TableRow head, double padding) =>
        (_sheet, _columns, _head, _padding) = (sheet, columns, head, padding);

    /// <summary>The same rows, set as wide as the fewest pages allow, so that no last page stands nearly empty.</summary>
    /// <param name="paddings">To choose from, the widest first.</param>
    public RuledTable Fitting(IReadOnlyList<double> paddings, double behind)
    {
        var fewest = With(paddings[^1]).Pages(behind);
        return paddings.Select(With).First(table => table.Pages(behind) == fewest);
    }

    private RuledTable With(double padding)
    {
        var table = new RuledTable(_sheet, _columns, _head, padding);
        table._rows.AddRange(_rows);
        return table;
    }

    /// <param name="keepWithNext">The row is no last one on a page.</param>
    public void Add(IReadOnlyList<TableCell> cells, Ink? ground = null, bool keepWithNext = false) =>
        _rows.Add(new TableRow(_sheet.Canvas, _columns, cells, ground) { KeepWithNext = keepWithNext });

    /// <summary>Height of all rows under one head.</summary>
    public double Height => HeightOf(_head) + _rows.Sum(HeightOf);

    /// <summary>Height of what stands at least where the table begins: its head, and the rows that are kept with the first.</summary>
    /// <param name="behind">Height of what must stand on the page of the last rows.</param>
    public double Least(double behind)
    {
        var groups = KeptTogether().ToList();
        return HeightOf(_head) + groups.Take(1).Sum(rows => rows.Sum(HeightOf)) + (groups.Count > 1 ? 0 : behind);
    }

    /// <summary>How many pages the table takes from here on.</summary>
    /// <param name="behind">Height of what must stand on the page of the last rows.</param>
    public int Pages(double behind) => Parts(behind).Count();

    public void Draw(double behind)
    {
        using var table = _sheet.Canvas.Tag(PdfTag.Table);
        var isBegun = false;
        foreach (var (number, rows) in Parts(behind).Index())
        {
            if (number > 0)
                _sheet.NextPage();
            // Not one row has room where the table would begin.
            if (rows.Count == 0 && _rows.Count > 0)
                continue;
            var top = _sheet.Y;
            List<double> rules = [top];
            // The head is read once; on further pages it is there for the eye.
            Draw(_head, rules, asArtifact: isBegun);
            isBegun = true;
            foreach (var row in rows)
                Draw(row, rules, asArtifact: false);
            DrawRules(top, rules);
        }
    }

    private void Draw(TableRow row, List<double> rules, bool asArtifact)
    {
        row.Draw(_sheet.Canvas, OfficialSheet.Left, _sheet.Y, HeightOf(row), asArtifact);
        _sheet.Y += HeightOf(row);
        rules.Add(_sheet.Y);
    }

    private void DrawRules(double top, List<double> rules)
    {
        using var _ = _sheet.Canvas.Artifact();
        var right = OfficialSheet.Left + _columns.Sum(column => column.Width);
        foreach (var y in rules)
            _sheet.Canvas.Line(OfficialSheet.Left, y, right, y, Rule);
        var x = OfficialSheet.Left;
        foreach (var width in _columns.Select(column => column.Width).Prepend(0))
        {
            x += width;
            _sheet.Canvas.Line(x, top, x, _sheet.Y, Rule);
        }
    }

    /// <summary>The rows by pages.</summary>
    private IEnumerable<List<TableRow>> Parts(double behind)
    {
        var (page, room) = (new List<TableRow>(), _sheet.Room - HeightOf(_head));
        var waiting = new LinkedList<List<TableRow>>(KeptTogether());
        for (var next = waiting.First; next is not null; next = next.Next)
        {
            var needed = next.Value.Sum(HeightOf) + (next.Next is null ? behind : 0);
            if (needed > room)
            {
                if (next.Value is [var tall] && tall.Split(room - 2 * _padding) is var (upper, lower))
                {
                    page.Add(upper);
                    next.Value = [lower];
                    needed = HeightOf(lower) + (next.Next is null ? behind : 0);
                }
                if (page.Count > 0 || (next.Previous is null && _sheet.Y > OfficialSheet.Top))
                    yield return page;
                (page, room) = ([], OfficialSheet.PageHeight - HeightOf(_head));
            }
            page.AddRange(next.Value);
            room -= needed;
        }
        yield return page;
    }

    private IEnumerable<List<TableRow>> KeptTogether()
    {
        List<TableRow> laid = [];
        foreach (var row in _rows)
        {
            laid.Add(row);
            if (row.KeepWithNext)
                continue;
            yield return laid;
            laid = [];
        }
        if (laid.Count > 0)
            yield return laid;
    }

    private double HeightOf(TableRow row) => row.Height + 2 * _padding;
}
