using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Accepts, in one act, every criterion of the actor's field that still waits and every figure of it that was not checked.
/// Whoever has looked at a whole assessment should not have to press forty buttons to say so.
/// </summary>
public sealed class AcceptRemaining(DxIndexDb db, AssessmentUnderAppraisal assessments, AuditTrail audit, TimeProvider clock)
{
    /// <returns>How many criteria were accepted, or null when there is no such assessment.</returns>
    public async Task<int?> HandleAsync(int year, string agency, Actor actor, CancellationToken ct)
    {
        if (await assessments.FindAsync(year, agency, ct) is not { } under)
            return null;
        under.Assessment.Require(AssessmentVerb.Appraise, under.Edition, actor, clock.GetUtcNow());

        var accepted = await AcceptCriteriaAsync(under, actor, ct);
        var figures = await AcceptFiguresAsync(under, actor, ct);
        if (accepted.Count + figures.Count > 0)
            audit.Add("verdict.accept-remaining", $"editions/{year}/agencies/{agency}", null, new { Criteria = accepted, Figures = figures });
        await db.SaveChangesAsync(ct);
        return accepted.Count;
    }

    private async Task<IReadOnlyList<string>> AcceptCriteriaAsync(AssessmentUnderAppraisal.Found under, Actor actor, CancellationToken ct)
    {
        var verdicts = await db.Set<Verdict>().Where(verdict => verdict.Year == under.Assessment.Year && verdict.Agency == under.Assessment.Agency).ToListAsync(ct);
        List<string> waiting = [.. AppraisalRules.Waiting(under.Criteria, verdicts, under.Round)
            .Where(code => AppraisalRules.IsInFieldOf(actor, under.Criteria.Criterion(code)?.VerifyingUnit))];
        foreach (var code in waiting)
        {
            var verdict = verdicts.SingleOrDefault(one => one.Round == under.Round && string.Equals(one.Criterion, code, StringComparison.Ordinal))
                ?? db.Add(new Verdict(under.Assessment.Year, under.Assessment.Agency, code, under.Round)).Entity;
            verdict.Accept(actor.Account, clock.GetUtcNow());
        }

        return waiting;
    }

    private async Task<IReadOnlyList<string>> AcceptFiguresAsync(AssessmentUnderAppraisal.Found under, Actor actor, CancellationToken ct)
    {
        var untouched = await db.Set<FigureEntry>()
            .Where(entry => entry.Year == under.Assessment.Year && entry.Agency == under.Assessment.Agency && entry.AcceptedAt == null && entry.Declared != null).ToListAsync(ct);
        List<FigureEntry> mine = [.. untouched.Where(entry => under.Criteria.Figure(entry.Figure) is { } figure && AppraisalRules.IsInFieldOf(actor, figure.VerifyingUnit))];
        mine.ForEach(entry => entry.Accept(actor.Account, clock.GetUtcNow()));
        return [.. mine.Select(entry => entry.Figure)];
    }
}
