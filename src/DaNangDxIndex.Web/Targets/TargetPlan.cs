using DaNangDxIndex.Editions;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Targets;

/// <summary>
/// What a file of targets would do: it replaces the targets of a year and the values shown beside them, row by row; and all that is wrong
/// with it by cell. Nothing is computed or filled in.
/// </summary>
internal sealed class TargetPlan
{
    /// <summary>The page of the import stands where an indicator's would.</summary>
    public const string NoIndicator = "import";

    private readonly TargetCells _cells = new();
    private readonly TargetRegister.Found _register;
    private readonly OrderedDictionary<TargetKey, TargetLine> _lines = [];
    private readonly Dictionary<TargetKey, PrintedFigure> _there = [];

    private TargetPlan(TargetRegister.Found register)
    {
        _register = register;
        // Two rows of one key were never entered by a file; the first is set against the file's row, and all are replaced.
        foreach (var printed in register.There)
            _there.TryAdd(TargetKey.Of(printed.Figure), printed.Figure);
    }

    public IReadOnlyList<CellFault> Faults => _cells.Faults;

    public IEnumerable<PrintedFigure> Figures => _lines.Values.Select(line => line.Figure);

    public TargetSources Sources { get; private set; } = TargetSources.None;

    public IEnumerable<TargetDifference> Differences => _lines
        .Select(line => new TargetDifference(line.Key, _there.GetValueOrDefault(line.Key), line.Value.Figure))
        .Concat(_there.Where(pair => !_lines.ContainsKey(pair.Key)).Select(pair => new TargetDifference(pair.Key, pair.Value, null)));

    /// <summary>Something that stands now goes or becomes another: the office says why.</summary>
    public bool Replaces => Differences.Any(difference => difference.Before is not null && !difference.IsSame);

    /// <summary>Headings without a row: a year whose last target was given up is left without any.</summary>
    public bool RemovesAll => _lines.Count == 0 && _there.Count > 0;

    public bool ChangesNothing => Differences.All(difference => difference.IsSame) && Sources.ChangesNothing;

    public static TargetPlan Of(byte[] file, TargetRegister.Found register)
    {
        var plan = new TargetPlan(register);
        var table = TypedWorkbook.ReadOrCsv(file).SheetOf(TargetColumns.Sheet.Vi, TargetColumns.Sheet.En)
            .TableOf(TargetColumns.All, mayBeEmpty: true);
        plan._cells.Add(table.Faults);
        if (table.Rows.Count == 0 || table.Faults.Any(fault => CellAddress.Read(fault.Cell) is { } at && table.Rows[0].Number > at.Row))
            return plan;
        plan.Sources = TargetSources.Read(table.Rows, register.Sources, plan._cells);
        foreach (var row in table.Rows)
            plan.Take(row);
        plan.NameValues();
        return plan;
    }

    private void Take(TypedRow row)
    {
        if (TargetLine.Read(row, _register.Last + _lines.Count + 1, _register, _cells) is not { } line)
            return;
        if (_lines.TryGetValue(line.Key, out var first))
            _cells.Wrong(row[TargetColumns.Indicator],
                $"Dòng này lặp lại dòng {first.Row.Number}. Bỏ một dòng.", $"This row repeats row {first.Row.Number}. Remove one.");
        else if (_register.Elsewhere.TryGetValue(line.Key, out var year))
            _cells.Wrong(row[TargetColumns.Indicator],
                $"Giá trị này đã có ở năm {year} và hiện ra cùng chỉ tiêu. Bỏ dòng này.",
                $"This value stands beside {year} already and is shown with the target. Remove this row.");
        else
            _lines.Add(line.Key, line);
    }

    /// <summary>A value belongs to a target, whose subject it bears where it has none of its own.</summary>
    private void NameValues()
    {
        foreach (var line in _lines.Values.Where(line => line.Figure.Kind == PrintedKind.Figure))
        {
            var (indicator, group) = (line.Key.Indicator, line.Key.Group);
            var target = _lines.GetValueOrDefault(new(PrintedKind.Target, indicator, group, null, null))?.Figure;
            if (target is null && !_register.Targets.Contains((indicator, group)))
                _cells.Wrong(line.Row[TargetColumns.Indicator],
                    "Không có chỉ tiêu nào cùng mã và cùng khối.", "There is no target of this code and group.");
            if (line.Figure.Subject.Vi.Length > 0)
                continue;
            if (target is null)
                _cells.Wrong(line.Row[TargetColumns.Subject + "_vi"], "Nhập nội dung.", "Enter the subject.");
            else
                line.Figure.Saying(target.Subject, line.Figure.Said, line.Figure.Note);
        }
    }
}
