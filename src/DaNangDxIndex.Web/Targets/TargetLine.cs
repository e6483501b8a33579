using DaNangDxIndex.Editions;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Targets;

/// <summary>One row of the office's file of targets: a target, or a value that was printed of one.</summary>
internal sealed record TargetLine(TypedRow Row, PrintedFigure Figure)
{
    /// <summary>Of a target the indicator and whom it is set for; of a value also when it was measured and who printed it.</summary>
    public TargetKey Key => TargetKey.Of(Figure);

    /// <returns>Null where the row cannot be read; what is wrong is told.</returns>
    public static TargetLine? Read(TypedRow row, int number, TargetRegister.Found register, TargetCells cells)
    {
        var before = cells.Faults.Count;
        var kind = KindOf(row[TargetColumns.Kind], cells);
        var group = cells.OneOf(row[TargetColumns.Group], register.Groups,
            $"Không có khối này trong kỳ đánh giá {register.Year}. Nhập mã một khối của kỳ, hoặc để trống.",
            $"There is no such group in {register.Year}. Enter the code of one of its groups, or leave it blank.");
        var indicator = cells.Code(row[TargetColumns.Indicator]);
        var period = cells.When(row[TargetColumns.Period]);
        var figure = new PrintedFigure(
            number, register.Year, kind ?? PrintedKind.Target, group, null, FigureOf(row, TargetColumns.Figure, register, cells),
            cells.Code(row[TargetColumns.Source]) ?? "");
        Count(figure, row, cells);
        figure.Measuring(indicator, FigureOf(row, TargetColumns.Over, register, cells), period is { } at && at != new Text.Period(
            register.Year, null) ? at.ToString() : null);
        figure.Saying(SubjectOf(row, kind, cells), cells.Both(row, TargetColumns.Said), cells.Both(row, TargetColumns.Note));
        RequireWhole(figure, row, cells);
        return cells.Faults.Count == before ? new(row, figure) : null;
    }

    private static PrintedKind? KindOf(TypedCell cell, TargetCells cells)
    {
        if (Is(cell, TargetColumns.Target))
            return PrintedKind.Target;
        if (Is(cell, TargetColumns.Actual))
            return PrintedKind.Figure;
        cells.Wrong(cell, "Ghi “Chỉ tiêu” hoặc “Thực hiện”.", "Write “Target” or “Actual”.");
        return null;
    }

    private static bool Is(TypedCell cell, Bilingual word) =>
        Headings.Key(cell.Text) is var key && (key == Headings.Key(word.Vi) || key == Headings.Key(word.En));

    private static string? FigureOf(TypedRow row, string column, TargetRegister.Found register, TargetCells cells) => cells.OneOf(
        row[column], register.Figures,
        "Không có mã số liệu này trong bộ chỉ số. Nhập mã có trong bộ chỉ số, hoặc để trống.",
        "The criteria hold no figure of this code. Enter one that they hold, or leave it blank.");

    /// <summary>A value of the year's own target needs no subject of its own; the plan gives it the target's.</summary>
    private static Bilingual SubjectOf(TypedRow row, PrintedKind? kind, TargetCells cells)
    {
        if (cells.Both(row, TargetColumns.Subject) is { } subject)
            return subject;
        if (kind == PrintedKind.Target && row[TargetColumns.Subject + "_vi"].IsBlank)
            cells.Wrong(row[TargetColumns.Subject + "_vi"], "Nhập nội dung chỉ tiêu.", "Enter what the target is about.");
        return new("", "");
    }

    private static void Count(PrintedFigure figure, TypedRow row, TargetCells cells)
    {
        var (value, of) = (row[TargetColumns.Value], row[TargetColumns.Of]);
        var unit = cells.Both(row, TargetColumns.Unit);
        var inPercent = !of.IsBlank || unit?.Vi == TargetColumns.Percent;
        if (inPercent && unit is not null && unit.Vi != TargetColumns.Percent)
            cells.Wrong(row[TargetColumns.Unit + "_vi"], "Có mẫu số thì đơn vị là %.", "With a denominator the unit is %.");
        if (!value.IsBlank && of.IsBlank && unit is null)
            cells.Wrong(row[TargetColumns.Unit + "_vi"], "Ghi % hoặc tên đơn vị được đếm.", "Write % or what is counted.");
        else if (!of.IsBlank)
            figure.Counting(cells.Count(value, least: 0), cells.Count(of, least: 1), null);
        else if (!value.IsBlank)
            figure.Counting(inPercent ? null : cells.Count(value, least: 0), null, inPercent ? cells.Percentage(value) : null);
        figure.Bounded(BoundOf(row[TargetColumns.Bound], figure.Kind, cells), inPercent || value.IsBlank ? null : unit);
    }

    private static TargetBound BoundOf(TypedCell cell, PrintedKind kind, TargetCells cells)
    {
        if (!cell.IsBlank && kind != PrintedKind.Target)
            cells.Wrong(cell, "Chỉ ghi mức ở dòng chỉ tiêu.", "Only a target has a bound.");
        else if (!cell.IsBlank && !Is(cell, TargetColumns.Least) && !Is(cell, TargetColumns.Most))
            cells.Wrong(cell, "Ghi “Ít nhất” hoặc “Tối đa”.", "Write “At least” or “At most”.");
        return Is(cell, TargetColumns.Most) ? TargetBound.Most : TargetBound.Least;
    }

    private static void RequireWhole(PrintedFigure figure, TypedRow row, TargetCells cells)
    {
        if (row[TargetColumns.Value].IsBlank && figure.Said is null)
            cells.Wrong(row[TargetColumns.Value], "Nhập giá trị, hoặc nguyên văn của nguồn.", "Enter the value, or the source's words.");
        if (figure.Kind == PrintedKind.Target && figure.Denominator is not null)
            cells.Wrong(row[TargetColumns.Of], "Chỉ tiêu không có mẫu số.", "A target has no denominator.");
        if (figure.Kind == PrintedKind.Figure)
        {
            if (figure.Over is not null)
                cells.Wrong(row[TargetColumns.Over], "Chỉ ghi ở dòng chỉ tiêu.", "Of a target only.");
        }
        else if (figure is { Over: not null, Percent: null, Numerator: not null })
            cells.Wrong(row[TargetColumns.Over],
                "Chỉ tiêu là số đếm thì chỉ gắn với một số liệu; để trống cột này.",
                "A target that is a count is tied to one figure; leave this column blank.");
        else if (figure.Numerator is null && figure.Figure is null != figure.Over is null)
            cells.Wrong(row[figure.Figure is null ? TargetColumns.Figure : TargetColumns.Over],
                "Nhập cả tử số và mẫu số trong bộ chỉ số, hoặc để trống cả hai.",
                "Enter both numerator and denominator in the criteria, or leave both blank.");
        else if (figure is { Figure: not null, Percent: null, Numerator: null })
            cells.Wrong(row[TargetColumns.Figure],
                "Chỉ tiêu chỉ nêu bằng lời thì không gắn được với số liệu của cơ quan.",
                "A target in words alone cannot be tied to figures of agencies.");
    }
}

/// <summary>What a row is about, and what makes two rows the same one.</summary>
public sealed record TargetKey(PrintedKind Kind, string? Indicator, string? Group, string? Period, string? Source)
{
    public static TargetKey Of(PrintedFigure figure) => figure.Kind == PrintedKind.Target
        ? new(figure.Kind, figure.Indicator, figure.Group, null, null)
        : new(figure.Kind, figure.Indicator, figure.Group, figure.Measured.ToString(), figure.Source);
}
