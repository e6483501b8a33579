using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Accepts, in one act, every criterion of the actor's field that still waits and every figure of it that was not checked.
/// Whoever has looked at a whole assessment should not have to press forty buttons to say so. What is marked (an open request, a verdict
/// that went stale, a part above its whole, evidence that is missing) is left to be decided one by one.
/// </summary>
public sealed class AcceptRemaining(DxIndexDb db, AppraisalSheets sheets, ShownEvidence evidence, Acts acts, TimeProvider clock)
{
    /// <returns>How many criteria were accepted, or null when there is no such assessment.</returns>
    public async Task<int?> HandleAsync(int year, string agency, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(year, agency, ct) is not { } sheet)
            return null;
        sheet.Assessment.Require(AssessmentVerb.Appraise, sheet.Edition, actor, clock.GetUtcNow());
        var criteria = AcceptCriteria(sheet, await evidence.OfAsync(year, agency, ct), actor);
        var figures = AcceptFigures(sheet, actor);
        if (criteria.Count + figures.Count > 0)
            await act.KeepAsync("verdict.accept-remaining", sheet.Subject, null, new { criteria, figures }, ct);
        return criteria.Count;
    }

    private List<string> AcceptCriteria(AppraisalSheet sheet, EvidenceOfAssessment shown, Actor actor)
    {
        var (self, appraised) = (sheet.SelfAssessed, sheet.Appraised(null));
        List<string> waiting = [.. self.Criteria.Zip(appraised.Criteria)
            .Where(pair => pair.Second.Criterion.Rule is not null)
            .Select(pair => BenchLine.Of(sheet, pair.First, pair.Second, shown.ProofOf(pair.Second.Criterion.Code), actor))
            .Where(line => line.Acceptable).Select(line => line.Criterion.Code)];
        foreach (var code in waiting)
            db.Add(sheet.Begin(code)).Entity.Accept(actor.Account, clock.GetUtcNow());
        return waiting;
    }

    private List<string> AcceptFigures(AppraisalSheet sheet, Actor actor)
    {
        List<FigureEntry> waiting = [.. sheet.Entries.Values.Where(entry =>
            entry is { AcceptedAt: null, Declared: not null } && sheet.Criteria.Figure(entry.Figure) is { } figure
                && AppraisalRules.IsInFieldOf(actor, figure.VerifyingUnit)
                && sheet.Judged.IsFigureOpen(sheet.Criteria, figure.Code))];
        waiting.ForEach(entry => entry.Accept(actor.Account, clock.GetUtcNow()));
        return [.. waiting.Select(entry => entry.Figure)];
    }
}
