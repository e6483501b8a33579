using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Accepts, in one act, every criterion of one agency that still waits for the actor and bears no mark. What is marked (an open request,
/// a verdict that went stale, a part above its whole, evidence that is missing) is left to be decided one by one.
/// </summary>
public sealed class AcceptRemaining(DxIndexDb db, AppraisalSheets sheets, ShownEvidence evidence, Acts acts, TimeProvider clock)
{
    /// <param name="listed">Criteria that were on the list; null where there was none, for all.</param>
    /// <returns>How many criteria were accepted, or null when there is no such assessment.</returns>
    public async Task<int?> HandleAsync(int year, string agency, IReadOnlySet<string>? listed, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(year, agency, ct) is not { } sheet)
            return null;
        sheet.Assessment.Require(AssessmentVerb.Appraise, sheet.Edition, actor, clock.GetUtcNow());
        var shown = await evidence.OfAsync(year, agency, ct);
        List<BenchLine> lines = [.. BenchLine.All(sheet, sheet.Appraised(null), shown, actor)
            .Where(line => listed is null || line.WantsLook || listed.Contains(line.Criterion.Code))];
        if (Acceptance.Of(db, sheet, lines, actor, clock.GetUtcNow()) is not { } accepted)
            return 0;
        await act.KeepAsync("verdict.accept-remaining", sheet.Subject, null, accepted, ct);
        return accepted.Criteria.Count;
    }
}
