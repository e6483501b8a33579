using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Notices;

namespace DaNangDxIndex.Replies;

/// <summary>The approver sends the replies that were on screen to the appraisers. From then on they stay as they are.</summary>
public sealed class SendReplies(
    ReplySheets sheets, HeardResults heard, ShownEvidence evidence, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Digest">Of the replies the approver saw. It is compared and never stored.</param>
    public sealed record Command(int Year, string Agency, string Digest);

    /// <returns>Null where there is no such assessment.</returns>
    /// <exception cref="ChangedMeanwhile">The replies are no longer what was shown.</exception>
    public async Task<ReplySheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var (assessment, replies) = (sheet.Assessment, sheet.Replies);
        // The same signature sent twice (a double click, a lost answer) sends once.
        if (assessment.State == AssessmentState.Explained
            && string.Equals(assessment.RepliesDigest, command.Digest, StringComparison.Ordinal) && actor.BelongsTo(assessment.Agency))
        {
            return sheet;
        }
        assessment.Require(AssessmentVerb.Explain, sheet.Appraised.Edition, actor, clock.GetUtcNow());
        replies.RequireSeen(command.Digest);
        var before = assessment.State;
        await heard.KeepAsync(command.Year, command.Agency, ct);
        assessment.Explain(replies.Digest, replies.All.Count, sheet.Appraised.Edition, actor, clock.GetUtcNow());
        var pieces = await evidence.ToChangeAsync(command.Year, command.Agency, ct);
        foreach (var attached in replies.Pieces.Select(line => pieces.Find(line.Attachment)).OfType<ShownAttachment>())
            attached.Attachment.HandIn(attached.Newest.Revision.Number, clock.GetUtcNow());
        await notify.AppraisersAsync(new(
            command.Agency, NoticeKind.Replied, $"replied/{command.Year}/{command.Agency}/{assessment.Version}",
            NoticePath.Bench(command.Year, command.Agency),
            NoticeInWords.Replied(command.Year, sheet.Appraised.Agency.Name, replies.All.Count)), ct);
        await act.KeepAsync(
            "assessment.explain", sheet.Appraised.Subject, new { State = before },
            new { assessment.State, Criteria = replies.All.Select(reply => reply.Criterion), Digest = replies.Digest }, ct);
        return sheet;
    }
}
