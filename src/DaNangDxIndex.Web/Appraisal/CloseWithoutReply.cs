using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// The lead appraiser closes the second round of all agencies that did not reply to the first: nothing in them is judged anew, so nobody
/// has to open
/// each. Whoever replied is closed one by one, and a lead's own agency by somebody else.
/// </summary>
public sealed class CloseWithoutReply(
    DxIndexDb db, AppraisalSheets sheets, Approvals approvals, Notify notify, Acts acts, TimeProvider clock)
{
    /// <returns>How many were closed.</returns>
    public async Task<int> HandleAsync(int year, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var agencies = await db.Set<Assessment>().AsNoTracking()
            .Where(assessment => assessment.Year == year && assessment.State == AssessmentState.Appraised)
            .OrderBy(assessment => assessment.Agency).Select(assessment => assessment.Agency).ToListAsync(ct);
        var told = new List<Notify.ToAgency>();
        foreach (var agency in agencies)
        {
            if (await sheets.FindToChangeAsync(year, agency, ct) is not { } sheet || !Takes(sheet, actor, clock.GetUtcNow()))
                continue;
            var (before, content) = (sheet.Assessment.State, sheet.Content);
            sheet.Assessment.CloseRoundTwo(sheet.Waiting, sheet.Edition, actor, clock.GetUtcNow());
            foreach (var signed in CloseRound.Signed(before, sheet.Assessment.State))
                await approvals.KeepAsync(sheet.Assessment, signed, content.Canonical, actor.Account, clock.GetUtcNow(), ct);
            act.Tell(CloseRound.VerbOf(before), sheet.Subject, new { State = before }, new { sheet.Assessment.State, content.Digest });
            told.Add(ClosedInWords.Notice(sheet));
        }

        await notify.AgenciesAsync(told, ct);
        await act.KeepAsync(ct);
        return told.Count;
    }

    public static bool Takes(AppraisalSheet sheet, Actor actor, DateTimeOffset now) =>
        sheet.Assessment.State == AssessmentState.Appraised && sheet.Waiting.Count == 0 && sheet.Appraised(null).Blocking.Count == 0
        && AssessmentRules.Refusal(AssessmentVerb.CloseRoundTwo, sheet.Assessment, sheet.Edition, actor, now) is null;
}
