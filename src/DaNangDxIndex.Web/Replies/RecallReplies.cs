using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Replies;

/// <summary>The approver takes the replies back before the last day, to change and send them again.</summary>
public sealed class RecallReplies(ReplySheets sheets, ShownEvidence evidence, Acts acts, TimeProvider clock)
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
        await act.KeepAsync(
            "assessment.recall-replies", sheet.Appraised.Subject, new { State = before }, new { sheet.Assessment.State }, ct);
        return sheet;
    }
}
