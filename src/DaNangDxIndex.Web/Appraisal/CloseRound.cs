using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Notices;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// The lead appraiser closes the round of one agency, when every criterion that is judged in it has a verdict and no penalty is silent.
/// </summary>
public sealed class CloseRound(AppraisalSheets sheets, Approvals approvals, Notify notify, Acts acts, TimeProvider clock)
{
    public Task<bool> HandleAsync(int year, string agency, Actor actor, CancellationToken ct) =>
        HandleAsync(year, agency, null, actor, ct);

    /// <param name="seen">Digest of what was on screen; null where nothing was.</param>
    /// <returns>False when there is no such assessment.</returns>
    /// <exception cref="ChangedMeanwhile">Something was decided or corrected since.</exception>
    public async Task<bool> HandleAsync(int year, string agency, string? seen, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(year, agency, ct) is not { } sheet)
            return false;
        var before = sheet.Assessment.State;
        sheet.Assessment.Require(sheet.Closing, sheet.Edition, actor, clock.GetUtcNow());
        AppraisalRules.RequireNoOpenPair(sheet.Pairs.Open);
        AppraisalRules.RequireNoBlankPenalty(sheet.Appraised(null).Blocking);
        var content = sheet.Content;
        if (seen is not null)
            content.RequireSeen(seen);
        Close(sheet, actor);
        foreach (var signed in Signed(before, sheet.Assessment.State))
            await approvals.KeepAsync(sheet.Assessment, signed, content.Canonical, actor.Account, clock.GetUtcNow(), ct);
        await notify.AgenciesAsync([ClosedInWords.Notice(sheet)], ct);
        await act.KeepAsync(
            VerbOf(before), sheet.Subject, new { State = before }, new { sheet.Assessment.State, content.Digest }, ct);
        return true;
    }

    /// <summary>What is answered for at once: the round that is closed, and what becomes final by it.</summary>
    internal static IEnumerable<ApprovalAct> Signed(AssessmentState before, AssessmentState after)
    {
        if (before == AssessmentState.Submitted)
            yield return ApprovalAct.ClosedRoundOne;
        else if (before != AssessmentState.Reopened)
            yield return ApprovalAct.ClosedRoundTwo;
        if (after == AssessmentState.Final)
            yield return ApprovalAct.Finalised;
    }

    internal static string VerbOf(AssessmentState closed) => closed switch
    {
        AssessmentState.Reopened => "assessment.close-reopened",
        AssessmentState.Appraised or AssessmentState.Explained => "assessment.close-round-two",
        _ => "assessment.close-round",
    };

    /// <summary>A round, or the one criterion that was opened again.</summary>
    private void Close(AppraisalSheet sheet, Actor actor)
    {
        if (sheet.Reopening is { IsOpen: true } reopening)
            sheet.Assessment.CloseReopened(reopening, sheet.Waiting, sheet.Edition, actor, clock.GetUtcNow());
        else if (sheet.Closing == AssessmentVerb.CloseRoundTwo)
            sheet.Assessment.CloseRoundTwo(sheet.Waiting, sheet.Edition, actor, clock.GetUtcNow());
        else
            sheet.Assessment.CloseRoundOne(sheet.Waiting, sheet.Edition, actor, clock.GetUtcNow());
    }
}
