using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Appraisal;

/// <summary>The lead appraiser closes the round of one agency, when every criterion has a verdict and no penalty is silent.</summary>
public sealed class CloseRound(AppraisalSheets sheets, Acts acts, TimeProvider clock)
{
    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(int year, string agency, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(year, agency, ct) is not { } sheet)
            return false;
        var before = sheet.Assessment.State;
        sheet.Assessment.Require(AssessmentVerb.CloseRoundOne, sheet.Edition, actor, clock.GetUtcNow());
        AppraisalRules.RequireNoBlankPenalty(sheet.Appraised(null).Blocking);
        sheet.Assessment.CloseRoundOne(sheet.Waiting, sheet.Edition, actor, clock.GetUtcNow());
        await act.KeepAsync("assessment.close-round", sheet.Subject, new { State = before }, new { sheet.Assessment.State }, ct);
        return true;
    }
}
