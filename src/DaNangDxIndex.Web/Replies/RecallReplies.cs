using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Notices;

namespace DaNangDxIndex.Replies;

/// <summary>The approver takes the replies back before the last day, to change and send them again.</summary>
public sealed class RecallReplies(ReplySheets sheets, ShownEvidence evidence, Notify notify, Acts acts, TimeProvider clock)
{
    /// <returns>Null where there is no such assessment.</returns>
    public async Task<ReplySheet?> HandleAsync(int year, string agency, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(year, agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        var sent = sheet.Assessment.RepliedAt;
        sheet.Assessment.RecallReplies(sheet.Appraised.Edition, actor, clock.GetUtcNow());
        foreach (var attached in (await evidence.ToChangeAsync(year, agency, ct)).Attached.Where(attachment =>
            attachment.IsWithReply(sent)))
            attached.Attachment.Recall();
        await TellAsync(sheet, ct);
        await act.KeepAsync(
            "assessment.recall-replies", sheet.Appraised.Subject, new { State = before }, new { sheet.Assessment.State }, ct);
        return sheet;
    }

    private async Task TellAsync(ReplySheet sheet, CancellationToken ct)
    {
        var (assessment, year, agency) = (sheet.Assessment, sheet.Assessment.Year, sheet.Assessment.Agency);
        var told = new Notify.ToAgency(
            agency, NoticeKind.RepliesRecalled, $"replies-recalled/{year}/{agency}/{assessment.Version}", ReplyPath.Of(year, agency),
            NoticeInWords.RepliesRecalled(year, sheet.Appraised.Agency.Name, sheet.Appraised.Edition.RepliesCloseAt));
        await notify.AgenciesAsync([told], [Role.Assessor], ct);
        // They had been told that replies had come, and would look for them.
        await notify.AppraisersAsync(told with { Path = NoticePath.Bench(year, agency) }, ct);
    }
}
