using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>Takes a piece out of the folder's list, or back into it. Nothing is deleted.</summary>
public sealed class HidePiece(DxIndexDb db, FolderContents folder, Acts acts, TimeProvider clock)
{
    /// <param name="Hidden">As it is to be.</param>
    /// <param name="Version">Of the piece that was on screen.</param>
    public sealed record Command(string Agency, Guid Piece, bool Hidden, int Version);

    /// <returns>Null where there is no such piece.</returns>
    public async Task<Piece?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await db.Set<Piece>().SingleOrDefaultAsync(piece => piece.Id == command.Piece && piece.Agency == command.Agency, ct)
            is not { } piece)
        {
            return null;
        }
        if (piece.IsHidden == command.Hidden)
            return piece;
        ChangedMeanwhile.RequireSame(command.Version, piece.Version);
        if (command.Hidden)
            piece.Hide(await IsInUseAsync(piece, ct), actor.Account, clock.GetUtcNow());
        else
            piece.ShowAgain();
        var title = (await folder.FindAsync(command.Agency, piece.Id, ct))?.Revision.Title;
        await act.KeepAsync(command.Hidden ? "evidence.hide" : "evidence.show", AgencyFolder.Subject(piece), null, new { title }, ct);
        return piece;
    }

    private Task<bool> IsInUseAsync(Piece piece, CancellationToken ct) => db.Set<Attachment>().AnyAsync(
        attachment => attachment.Piece == piece.Id && attachment.DetachedAt == null
            && db.Set<Assessment>().Any(assessment => assessment.Year == attachment.Year && assessment.Agency == attachment.Agency
            && (assessment.State == AssessmentState.Entering || assessment.State == AssessmentState.Returned
                || assessment.State == AssessmentState.AwaitingApproval)), ct);
}
