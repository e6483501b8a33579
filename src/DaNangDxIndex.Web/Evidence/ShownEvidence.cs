using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>Loads what an agency shows in an edition.</summary>
public sealed class ShownEvidence(DxIndexDb db)
{
    public async Task<EvidenceOfAssessment> OfAsync(int year, string agency, CancellationToken ct) =>
        await LoadAsync(year, agency, false, ct);

    /// <summary>Inside a transaction that holds the assessment: attachments can be changed.</summary>
    public async Task<EvidenceOfAssessment> ToChangeAsync(int year, string agency, CancellationToken ct) =>
        await LoadAsync(year, agency, true, ct);

    /// <summary>How many pieces each criterion shows, of every agency in the edition.</summary>
    public async Task<ILookup<string, (string Criterion, int Count)>> CountsAsync(int year, CancellationToken ct) => (
        await db.Set<Attachment>().Where(attachment => attachment.Year == year && attachment.DetachedAt == null)
            .GroupBy(attachment => new { attachment.Agency, attachment.Criterion })
                .Select(group => new { group.Key.Agency, group.Key.Criterion, Count = group.Count() })
            .ToListAsync(ct)).ToLookup(counted => counted.Agency, counted => (counted.Criterion, counted.Count), StringComparer.Ordinal);

    private async Task<EvidenceOfAssessment> LoadAsync(int year, string agency, bool toChange, CancellationToken ct)
    {
        var tracking = toChange ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var attachments = await db.Set<Attachment>().AsTracking(tracking)
            .Where(attachment => attachment.Year == year && attachment.Agency == agency
            && (attachment.DetachedAt == null || attachment.SubmittedAt != null))
            .OrderBy(attachment => attachment.AttachedAt).ToListAsync(ct);
        var reasons = await db.Set<ReasonWithoutEvidence>().AsTracking(tracking)
            .Where(reason => reason.Year == year && reason.Agency == agency)
            .ToDictionaryAsync(reason => reason.Criterion, StringComparer.Ordinal, ct);
        var pieces = attachments.Select(attachment => attachment.Piece).Distinct().ToList();
        var revisions = (pieces.Count == 0 ? [] : await (
            from piece in db.Set<Piece>().AsNoTracking()
            where pieces.Contains(piece.Id)
            from revision in db.Set<PieceRevision>().Where(revision => revision.Piece == piece.Id)
            from file in db.Set<StoredFile>().Where(file => file.Digest == revision.FileDigest).DefaultIfEmpty()
            orderby revision.Number
            select new ShownPiece(piece, revision, file)).ToListAsync(ct)).ToLookup(shown => shown.Piece.Id);
        return new([.. attachments.Select(attachment => new ShownAttachment(attachment, [.. revisions[attachment.Piece]]))], reasons);
    }
}
