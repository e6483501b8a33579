using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// The office loads figures that no agency declares: from systems, surveys, and its own books, with invariant numbers.
/// All rows or none, and all faults at once; the same file again changes nothing.
/// </summary>
public sealed class LoadFigures(DxIndexDb db, RunningEditions editions, CriteriaInForce criteria, Acts acts, TimeProvider clock)
{
    public sealed record Outcome(int Rows, int Changed, IReadOnlyList<FigureFile.Fault> Faults);

    private sealed record Known(
        Dictionary<string, Assessment> Assessments, Dictionary<string, CriteriaSet> Sets,
        Dictionary<(string Agency, string Figure), FigureEntry> Entries, ILookup<string, Verdict> Verdicts)
    {
        /// <summary>What is open again, by agency.</summary>
        public required IReadOnlyDictionary<string, Reopening> Reopened { get; init; }

        public CriteriaSet? SetOf(string agency) =>
            Assessments.TryGetValue(agency, out var assessment) ? Sets.GetValueOrDefault(assessment.Group) : null;
    }

    /// <returns>Null when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>figures.not-open</c></exception>
    public async Task<Outcome?> HandleAsync(int year, TextReader text, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(year, ct) is not { } running)
            return null;
        if (!IsOpen(running))
            throw new RuleViolation("figures.not-open", new(
                "Chỉ nhập số liệu từ tệp khi kỳ đánh giá đang nhập số liệu, đang thẩm định, hoặc có hồ sơ được mở lại.",
                "Figures can be loaded only during entry and appraisal, or while an assessment is open again."));
        var file = FigureFile.Read(text);
        var known = await KnownAsync(running, ct);
        var readings = file.Rows.Select(row => (Row: row, Reading: Read(row, known, actor))).ToList();
        List<FigureFile.Fault> faults =
        [
            .. file.Faults,
            .. readings.Where(one => one.Reading.Refusal is not null)
                .Select(one => new FigureFile.Fault(one.Row.Line, one.Reading.Refusal ?? Unknown(one.Row))),
        ];
        if (faults.Count > 0)
            return new Outcome(file.Rows.Count, 0, [.. faults.OrderBy(fault => fault.Line)]);

        var changed = readings.Count(one => Declare(act, year, one.Row, one.Reading.Text, known, actor));
        await act.KeepAsync(ct);
        return new Outcome(file.Rows.Count, changed, []);
    }

    private static bool IsOpen(RunningEditions.Found running) => running.Edition.Stage switch
    {
        EditionStage.Open or EditionStage.Appraisal => true,
        EditionStage.Final => !AssessmentRules.IsComplete(running.Assessments.Select(assessment => assessment.State)),
        _ => false,
    };

    private async Task<Known> KnownAsync(RunningEditions.Found running, CancellationToken ct)
    {
        var year = running.Edition.Year;
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).ToListAsync(ct);
        return new(
            running.Assessments.ToDictionary(assessment => assessment.Agency, StringComparer.Ordinal),
            groups.ToDictionary(group => group.Code, group => criteria.ScorerOf(group.CriteriaFile ?? "").Set, StringComparer.Ordinal),
            await db.Set<FigureEntry>().Where(entry => entry.Year == year).ToDictionaryAsync(entry => (entry.Agency, entry.Figure), ct),
            (await db.Set<Verdict>().Where(verdict => verdict.Year == year).ToListAsync(ct))
                .ToLookup(verdict => verdict.Agency, StringComparer.Ordinal))
        {
            Reopened = await db.Set<Reopening>().AsNoTracking()
                .Where(reopening => reopening.Year == year && reopening.OpenedAt != null && reopening.EndedAt == null)
                .ToDictionaryAsync(reopening => reopening.Agency, StringComparer.Ordinal, ct),
        };
    }

    private static (string? Text, Bilingual? Refusal) Read(FigureFile.Row row, Known known, Actor actor)
    {
        if (known.SetOf(row.Agency) is not { } set)
            return (null, new(
                $"Không có cơ quan mã “{row.Agency}” trong kỳ đánh giá này.",
                $"There is no agency with the code “{row.Agency}” in this assessment."));
        if (set.Figure(row.Figure) is not { } figure)
            return (null, Unknown(row));
        if (figure.Source == FigureSource.Agency)
            return (null, new(
                $"Số liệu “{row.Figure}” do cơ quan kê khai, không nhập từ tệp.",
                $"Figure “{row.Figure}” is declared by the agency and cannot be loaded."));
        if (actor.BelongsTo(row.Agency))
            return (null, new(
                $"Không được nhập số liệu “{row.Figure}” của cơ quan mình; việc này do người của cơ quan khác thực hiện.",
                $"Figure “{row.Figure}” of your own agency must be loaded by someone else."));
        var reading = FigureValue.Read(figure, row.Value);
        if (reading.Refusal is not null)
            return (null, reading.Refusal);
        var text = reading.Value?.Write(figure);
        return (text, Differs(row, text, known) && IsClosed(known, set, row) ? new(
            $"Hồ sơ của cơ quan “{row.Agency}” đã kết thúc thẩm định, số liệu không được thay đổi.",
            $"The appraisal of agency “{row.Agency}” is closed; its figures cannot be changed.") : null);
    }

    private bool Declare(Act act, int year, FigureFile.Row row, string? text, Known known, Actor actor)
    {
        if (!Differs(row, text, known) || known.SetOf(row.Agency) is not { } set)
            return false;
        var entry = known.Entries.GetValueOrDefault((row.Agency, row.Figure))
            ?? db.Add(new FigureEntry(year, row.Agency, row.Figure)).Entity;
        act.Tell(
            "figure.load", $"editions/{year}/agencies/{row.Agency}/figures/{row.Figure}",
            new { entry.Declared, entry.Accepted }, new { Declared = text });
        entry.Declare(text, actor.Account, clock.GetUtcNow(), FromOf(set.Figure(row.Figure)?.Source));
        AppraisalRules.GoStale(set, known.Verdicts[row.Agency], [row.Figure]);
        return true;
    }

    private static Provenance FromOf(FigureSource? source) => source switch
    {
        FigureSource.System => Provenance.System,
        FigureSource.Survey => Provenance.Survey,
        FigureSource.Office or null => Provenance.Office,
        FigureSource.Agency => Provenance.Agency,
    };

    private static bool Differs(FigureFile.Row row, string? text, Known known) =>
        !string.Equals(known.Entries.GetValueOrDefault((row.Agency, row.Figure))?.Declared, text, StringComparison.Ordinal);

    /// <summary>Its appraisal is closed, and it is no figure of the criterion that was opened again.</summary>
    private static bool IsClosed(Known known, CriteriaSet set, FigureFile.Row row) => known.Assessments[row.Agency].State switch
    {
        AssessmentState.Reopened => !IsOpenedAgain(known.Reopened.GetValueOrDefault(row.Agency), set, row),
        var state => state is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Final,
    };

    private static bool IsOpenedAgain(Reopening? reopening, CriteriaSet set, FigureFile.Row row) =>
        reopening is not null
        && new JudgedNow(AssessmentState.Reopened, new HashSet<string>(StringComparer.Ordinal), reopening).IsFigureOpen(set, row.Figure);

    private static Bilingual Unknown(FigureFile.Row row) => new(
        $"Không có số liệu mã “{row.Figure}” trong bộ chỉ số.",
        $"There is no figure with the code “{row.Figure}” in the criteria set.");
}
