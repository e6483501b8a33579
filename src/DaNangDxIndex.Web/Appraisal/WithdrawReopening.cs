using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;

namespace DaNangDxIndex.Appraisal;

/// <summary>The office takes back what it asked, while the lead appraiser has not opened it.</summary>
public sealed class WithdrawReopening(AppraisalSheets sheets, Acts acts, TimeProvider clock)
{
    /// <returns>False when there is no such assessment, or nothing was asked.</returns>
    public async Task<bool> HandleAsync(int year, string agency, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(year, agency, ct) is not { Reopening: { } asked } sheet)
            return false;
        sheet.Assessment.Require(AssessmentVerb.AskToReopen, sheet.Edition, actor, clock.GetUtcNow());
        asked.Withdraw(clock.GetUtcNow());
        await act.KeepAsync("assessment.withdraw-reopening", sheet.Subject, new { asked.Criterion, asked.Request }, null, ct);
        return true;
    }
}
