using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Replies;

/// <summary>The agency takes back what it wrote on one criterion. The trail keeps it.</summary>
public sealed class DropReply(DxIndexDb db, ReplySheets sheets, Acts acts, TimeProvider clock)
{
    /// <param name="Version">Of the reply that was on screen.</param>
    public sealed record Command(int Year, string Agency, string Criterion, int Version);

    /// <returns>Null where there is no such assessment; a reply that is gone already stays gone.</returns>
    /// <exception cref="ChangedMeanwhile">A colleague has written meanwhile.</exception>
    public async Task<ReplySheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        sheet.Assessment.Require(AssessmentVerb.Reply, sheet.Appraised.Edition, actor, clock.GetUtcNow());
        if (sheet.Replies.To(command.Criterion) is not { } reply)
            return sheet;
        ChangedMeanwhile.RequireSame(command.Version, reply.Version);
        db.Remove(reply);
        await act.KeepAsync("reply.drop", $"{sheet.Appraised.Subject}/criteria/{command.Criterion}", WriteReply.Told(reply), null, ct);
        return sheet with { Replies = sheet.Replies with { All = [.. sheet.Replies.All.Where(other => other != reply)] } };
    }
}
