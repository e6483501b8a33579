using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// All that lies on the bench of an edition, and what of it waits for one person: the same number in the list and on the first page.
/// </summary>
public sealed class AppraisalQueue(DxIndexDb db, CriteriaInForce criteria)
{
    /// <summary>By group.</summary>
    public async Task<ILookup<string, AppraisalSheet>> SheetsAsync(Edition edition, CancellationToken ct)
    {
        var asked = new OneRoundTrip(db);
        var handedIn = asked.Rows<Assessment>(
            "WHERE year = $1 AND joined_into IS NULL AND state NOT IN ('entering', 'awaitingApproval')", edition.Year);
        var agencies = asked.Rows<Agency>("");
        // All of the year: narrowed to those on the bench, row-level security makes the database join row by row, at ten times the cost.
        var entries = asked.Rows<FigureEntry>("WHERE year = $1", edition.Year);
        var verdicts = asked.Rows<Verdict>("WHERE year = $1", edition.Year);
        var reopenings = asked.Rows<Reopening>("WHERE year = $1 AND ended_at IS NULL", edition.Year);
        var replies = asked.Rows<Reply>("WHERE year = $1", edition.Year);
        var samples = asked.Rows<Sample>("WHERE year = $1 AND percent > 0", edition.Year);
        var readings = asked.Rows<Reading>("WHERE year = $1", edition.Year);
        var clarifications = asked.Rows<Clarification>("WHERE year = $1", edition.Year);
        var groups = asked.Rows<EditionGroup>("WHERE year = $1 AND criteria_file IS NOT NULL", edition.Year);
        await asked.SendAsync(ct);
        var (agencyOf, entriesOf, verdictsOf, readingsOf, reopeningOf, repliesOf, saidOf, scorerOf) = (
            agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal),
            entries.ToLookup(entry => entry.Agency, StringComparer.Ordinal),
            verdicts.ToLookup(verdict => verdict.Agency, StringComparer.Ordinal),
            readings.ToLookup(reading => reading.Agency, StringComparer.Ordinal),
            reopenings.ToDictionary(reopening => reopening.Agency, StringComparer.Ordinal),
            replies.ToLookup(reply => reply.Agency, StringComparer.Ordinal),
            clarifications.ToLookup(said => said.Agency, StringComparer.Ordinal),
            groups.ToDictionary(group => group.Code, group => criteria.ScorerOf(group.CriteriaFile ?? ""), StringComparer.Ordinal));
        return handedIn
            .Where(assessment => scorerOf.TryGetValue(assessment.Group, out var scorer)
                && AppraisalRules.IsOnTheBench(assessment, scorer.Set.Method))
            .ToLookup(assessment => assessment.Group, SheetOf, StringComparer.Ordinal);

        AppraisalSheet SheetOf(Assessment assessment)
        {
            var (year, agency) = (assessment.Year, assessment.Agency);
            return new(
                new(edition, assessment, agencyOf[agency], scorerOf[assessment.Group],
                    entriesOf[agency].ToDictionary(entry => entry.Figure, StringComparer.Ordinal), [],
                    saidOf[agency].ToDictionary(said => said.Doubt, StringComparer.Ordinal)),
                [.. verdictsOf[agency]], new(year, agency, assessment.RepliedAt is null ? [] : [.. repliesOf[agency]]),
                reopeningOf.GetValueOrDefault(agency), new(samples.SingleOrDefault(), [.. readingsOf[agency]]));
        }
    }

    /// <summary>Criteria of the person's own field that are scored at all.</summary>
    public static int InFieldOf(Actor actor, AppraisalSheet sheet) =>
        sheet.Criteria.Criteria.Count(criterion => criterion.Rule is not null && IsInField(actor, sheet, criterion.Code));

    /// <summary>Criteria of the person's own field that keep the round open; none where nothing can be decided now.</summary>
    public static int WaitingFor(Actor actor, AppraisalSheet sheet) =>
        IsJudged(sheet)
            ? sheet.Waiting.Count(code => Waits(actor, sheet, code))
            : 0;

    /// <summary>Each criterion of the person's field down the agencies of a group, never the own one.</summary>
    /// <param name="sheets">Of one group.</param>
    public static IReadOnlyList<OfCriterion> ByCriterion(Actor actor, IReadOnlyCollection<AppraisalSheet> sheets)
    {
        List<AppraisalSheet> foreign = [.. sheets.Where(sheet => !actor.BelongsTo(sheet.Assessment.Agency))];
        if (foreign is not [var first, ..])
            return [];
        var waiting = foreign.SelectMany(sheet => IsJudged(sheet) ? sheet.Waiting.Where(code => Waits(actor, sheet, code)) : [])
            .CountBy(code => code, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. first.Criteria.Criteria.Where(criterion => criterion.Rule is not null && IsInField(actor, first, criterion.Code))
            .Select(criterion => new OfCriterion(criterion, waiting.GetValueOrDefault(criterion.Code), foreign.Count))];
    }

    /// <param name="Waiting">Agencies whose round it keeps open.</param>
    /// <param name="Of">Agencies on the bench.</param>
    public sealed record OfCriterion(Criterion Criterion, int Waiting, int Of);

    private static bool IsJudged(AppraisalSheet sheet) => sheet.Assessment.State is AssessmentState.Submitted
        or AssessmentState.NotSubmitted or AssessmentState.Explained or AssessmentState.Reopened;

    private static bool Waits(Actor actor, AppraisalSheet sheet, string code) =>
        sheet.Criteria.Criterion(code) is { } criterion && sheet.WaitsFor(actor, criterion);

    private static bool IsInField(Actor actor, AppraisalSheet sheet, string code) =>
        AppraisalRules.IsInFieldOf(actor, sheet.Criteria.Criterion(code)?.VerifyingUnit);
}
