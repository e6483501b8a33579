using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Surveys;

namespace DaNangDxIndex.Editions;

/// <summary>What stands of a year while a file of figures is read; a row is read against it.</summary>
internal sealed record KnownFigures(
    Dictionary<string, Assessment> Assessments, Dictionary<string, CriteriaSet> Sets,
    Dictionary<(string Agency, string Figure), FigureEntry> Entries, ILookup<string, Verdict> Verdicts)
{
    /// <param name="Text">Invariant text of the value; null is blank.</param>
    public sealed record Reading(string? Text, Bilingual? Refusal, LoadFigures.SurveyNumbers? Sample = null);

    public required IReadOnlyDictionary<(string Agency, string Figure), SurveySample> Samples { get; init; }

    /// <summary>What is open again, by agency.</summary>
    public required IReadOnlyDictionary<string, Reopening> Reopened { get; init; }

    public CriteriaSet? SetOf(string agency) =>
        Assessments.TryGetValue(agency, out var assessment) ? Sets.GetValueOrDefault(assessment.Group) : null;

    public Reading Read(FigureFile.Row row, Actor actor)
    {
        if (SetOf(row.Agency) is not { } set)
            return new(null, new(
                $"Không có cơ quan mã “{row.Agency}” trong kỳ đánh giá này.",
                $"There is no agency with the code “{row.Agency}” in this assessment."));
        if (set.Figure(row.Figure) is not { } figure)
            return new(null, Unknown(row));
        if (figure.Source == FigureSource.Agency)
            return new(null, new(
                $"Số liệu “{row.Figure}” do cơ quan kê khai, không nhập từ tệp.",
                $"Figure “{row.Figure}” is declared by the agency and cannot be loaded."));
        if (actor.BelongsTo(row.Agency))
            return new(null, new(
                $"Không được nhập số liệu “{row.Figure}” của cơ quan mình; việc này do người của cơ quan khác thực hiện.",
                $"Figure “{row.Figure}” of your own agency must be loaded by someone else."));
        var reading = row.IsSurvey ? ReadSurvey(row, figure) : ReadValue(row, figure);
        if (reading.Refusal is not null)
            return reading;
        return !Differs(row, reading.Text) || !IsClosed(set, row) ? reading : new(null, new(
            $"Hồ sơ của cơ quan “{row.Agency}” đã kết thúc thẩm định, số liệu không được thay đổi.",
            $"The appraisal of agency “{row.Agency}” is closed; its figures cannot be changed."));
    }

    private static Reading ReadValue(FigureFile.Row row, Figure figure)
    {
        var reading = FigureValue.Read(figure, row.Value);
        return new(reading.Value?.Write(figure), reading.Refusal);
    }

    private static Reading ReadSurvey(FigureFile.Row row, Figure figure)
    {
        if (figure is not { Source: FigureSource.Survey, Kind: FigureKind.Percent })
            return new(null, new(
                $"Số liệu “{row.Figure}” không phải tỷ lệ khảo sát: dùng cột value.",
                $"Figure “{row.Figure}” is no percentage of a survey: use the column value."));
        List<int?> numbers = [.. row.Survey.Select(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)];
        if (row.Value.Length > 0 || numbers.Zip(row.Survey).Any(pair => pair.First is null && pair.Second.Length > 0)
            || numbers is not [{ } wanted, { } least, var sent, var answered, var satisfied])
            return new(null, new(
                "Các cột khảo sát là số nguyên; cột value để trống.", "The columns of a survey are whole numbers, and value is blank."));
        var value = SurveySample.ValueOf(least, answered, satisfied) is { } percent ? FigureValue.Of(percent).Write(figure) : null;
        return SurveySample.Fault(wanted, least, sent, answered, satisfied) is { } fault
            ? new(null, fault)
            : new(value, null, new(wanted, least, sent, answered, satisfied));
    }

    /// <summary>The row says something else than what stands.</summary>
    public bool Differs(FigureFile.Row row, string? text) =>
        !string.Equals(Entries.GetValueOrDefault((row.Agency, row.Figure))?.Declared, text, StringComparison.Ordinal);

    /// <summary>Its appraisal is closed, and it is no figure of the criterion that was opened again.</summary>
    private bool IsClosed(CriteriaSet set, FigureFile.Row row) => Assessments[row.Agency].State switch
    {
        AssessmentState.Reopened => !IsOpenedAgain(Reopened.GetValueOrDefault(row.Agency), set, row),
        var state => state is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Final,
    };

    private static bool IsOpenedAgain(Reopening? reopening, CriteriaSet set, FigureFile.Row row) =>
        reopening is not null
        && new JudgedNow(AssessmentState.Reopened, new HashSet<string>(StringComparer.Ordinal), reopening).IsFigureOpen(set, row.Figure);

    public static Bilingual Unknown(FigureFile.Row row) => new(
        $"Không có số liệu mã “{row.Figure}” trong bộ chỉ số.",
        $"There is no figure with the code “{row.Figure}” in the criteria set.");
}
