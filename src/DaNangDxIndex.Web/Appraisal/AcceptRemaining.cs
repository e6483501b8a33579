using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Accepts, in one act, every criterion of the actor's field that still waits and every figure of it that was not checked.
/// Whoever has looked at a whole assessment should not have to press forty buttons to say so. Open requests, verdicts that went stale, and
/// a part above its whole are left to be decided one by one.
/// </summary>
public sealed class AcceptRemaining(DxIndexDb db, AppraisalSheets sheets, Acts acts, TimeProvider clock)
{
    /// <returns>How many criteria were accepted, or null when there is no such assessment.</returns>
    public async Task<int?> HandleAsync(int year, string agency, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(year, agency, ct) is not { } sheet)
            return null;
        sheet.Assessment.Require(AssessmentVerb.Appraise, sheet.Edition, actor, clock.GetUtcNow());
        var criteria = AcceptCriteria(sheet, actor);
        var figures = AcceptFigures(sheet, actor);
        if (criteria.Count + figures.Count > 0)
            await act.KeepAsync("verdict.accept-remaining", sheet.Subject, null, new { criteria, figures }, ct);
        return criteria.Count;
    }

    private List<string> AcceptCriteria(AppraisalSheet sheet, Actor actor)
    {
        var aboveWhole = sheet.AboveWhole;
        var waiting = sheet.Waiting.Where(code => AppraisalRules.IsInFieldOf(actor, sheet.Criteria.Criterion(code)?.VerifyingUnit)
            && AppraisalRules.IsAcceptableAtOnce(sheet.StandingOn(code), sheet.Requests.GetValueOrDefault(code))
            && !aboveWhole.Contains(code)).ToList();
        foreach (var code in waiting)
        {
            db.Add(sheet.Begin(code)).Entity.Accept(actor.Account, clock.GetUtcNow());
        }

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
