using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// All that lies on the bench of an edition, and what of it waits for one person: the same number in the list and on the first page.
/// </summary>
public sealed class AppraisalQueue(DxIndexDb db, CriteriaInForce criteria)
{
    /// <summary>By group.</summary>
    public async Task<ILookup<string, AppraisalSheet>> SheetsAsync(Edition edition, CancellationToken ct)
    {
        var handedIn = await db.Set<Assessment>().AsNoTracking()
            .Where(assessment => assessment.Year == edition.Year && assessment.State != AssessmentState.Entering
                && assessment.State != AssessmentState.AwaitingApproval).ToListAsync(ct);
        var agencies = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, StringComparer.Ordinal, ct);
        var entries = (await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == edition.Year).ToListAsync(ct))
            .ToLookup(entry => entry.Agency, StringComparer.Ordinal);
        var verdicts = (await db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.Year == edition.Year).ToListAsync(ct))
            .ToLookup(verdict => verdict.Agency, StringComparer.Ordinal);
        var reopenings = await db.Set<Reopening>().AsNoTracking()
            .Where(reopening => reopening.Year == edition.Year && reopening.EndedAt == null)
            .ToDictionaryAsync(reopening => reopening.Agency, StringComparer.Ordinal, ct);
        var replies = (edition.Rounds == 1
                ? []
                : await db.Set<Reply>().AsNoTracking().Where(reply => reply.Year == edition.Year).ToListAsync(ct))
            .ToLookup(reply => reply.Agency, StringComparer.Ordinal);
        var files = await db.Set<EditionGroup>().AsNoTracking().Where(group => group.Year == edition.Year && group.CriteriaFile != null)
            .ToDictionaryAsync(group => group.Code, group => group.CriteriaFile ?? "", StringComparer.Ordinal, ct);
        bool IsOnTheBench(Assessment one) =>
            files.TryGetValue(one.Group, out var file) && AppraisalRules.IsOnTheBench(one, criteria.ScorerOf(file).Set.Method);
        return handedIn.Where(IsOnTheBench).ToLookup(assessment => assessment.Group, assessment => new AppraisalSheet(
            new(
                edition, assessment, agencies[assessment.Agency], criteria.ScorerOf(files[assessment.Group]),
                entries[assessment.Agency].ToDictionary(entry => entry.Figure, StringComparer.Ordinal), []),
            [.. verdicts[assessment.Agency]], new(
                assessment.Year, assessment.Agency, assessment.RepliedAt is null ? [] : [.. replies[assessment.Agency]]),
            reopenings.GetValueOrDefault(assessment.Agency)), StringComparer.Ordinal);
    }

    /// <summary>Criteria of the person's own field that are scored at all.</summary>
    public static int InFieldOf(Actor actor, AppraisalSheet sheet) =>
        sheet.Criteria.Criteria.Count(criterion => criterion.Rule is not null && IsInField(actor, sheet, criterion.Code));

    /// <summary>Criteria of the person's own field that keep the round open; none where nothing can be decided now.</summary>
    public static int WaitingFor(Actor actor, AppraisalSheet sheet) =>
        sheet.Assessment.State is AssessmentState.Submitted or AssessmentState.NotSubmitted
            or AssessmentState.Explained or AssessmentState.Reopened
            ? sheet.Waiting.Count(code => IsInField(actor, sheet, code))
            : 0;

    private static bool IsInField(Actor actor, AppraisalSheet sheet, string code) =>
        AppraisalRules.IsInFieldOf(actor, sheet.Criteria.Criterion(code)?.VerifyingUnit);
}
