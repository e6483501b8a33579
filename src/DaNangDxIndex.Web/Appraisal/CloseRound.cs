using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>The lead appraiser closes the round of one agency, when every criterion has a verdict and no penalty is silent.</summary>
public sealed class CloseRound(DxIndexDb db, AssessmentUnderAppraisal assessments, AssessmentScorecard scorecards, AuditTrail audit, TimeProvider clock)
{
    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(int year, string agency, Actor actor, CancellationToken ct)
    {
        if (await assessments.FindAsync(year, agency, ct) is not { } under)
            return false;
        var before = under.Assessment.State;
        under.Assessment.Require(AssessmentVerb.CloseRoundOne, under.Edition, actor, clock.GetUtcNow());
        var verdicts = await db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.Year == year && verdict.Agency == agency).ToListAsync(ct);
        AppraisalRules.RequireNoBlankPenalty((await scorecards.OfAsync(under, ct)).Blocking);
        under.Assessment.CloseRoundOne(AppraisalRules.Waiting(under.Criteria, verdicts, under.Round), under.Edition, actor, clock.GetUtcNow());
        audit.Add("assessment.close-round", $"editions/{year}/agencies/{agency}", new { State = before }, new { under.Assessment.State });
        await db.SaveChangesAsync(ct);
        return true;
    }
}
