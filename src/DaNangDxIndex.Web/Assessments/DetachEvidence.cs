using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Takes a piece away from a criterion; it stays in the folder, and where it had been handed in, the appraisers see that it was taken
/// away.
/// </summary>
public sealed class DetachEvidence(DxIndexDb db, AssessmentSheets sheets, FolderContents folder, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string Criterion, Guid Attachment);

    /// <returns>Null where there is no such attachment.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || await db.Set<Attachment>().SingleOrDefaultAsync(
                attachment => attachment.Id == command.Attachment && attachment.Year == command.Year && attachment.Agency == command.Agency
                    && attachment.Criterion == command.Criterion, ct)
                is not { } attachment)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        if (!attachment.IsAttached)
            return sheet;
        if (EvidenceRules.DetachRefusal(sheet.Assessment, sheet.Edition, actor, now) is { } refusal)
            throw refusal;
        attachment.Detach(actor.Account, now);
        var title = (await folder.FindAsync(command.Agency, attachment.Piece, ct))?.Revision.Title;
        await act.KeepAsync(
            "evidence.detach", $"{sheet.Subject}/criteria/{command.Criterion}",
                new { piece = attachment.Piece, title, note = attachment.Note }, null,
            ct);
        return sheet;
    }
}
