using DaNangDxIndex.Database;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>An agency's folder to be read: every piece with its newest revision, and where it is attached.</summary>
public sealed class FolderContents(DxIndexDb db)
{
    /// <summary>Newest first.</summary>
    public Task<List<ShownPiece>> AllAsync(string agency, bool hidden, CancellationToken ct) =>
        NewestOf(db.Set<Piece>().Where(piece => piece.Agency == agency && (piece.HiddenAt != null) == hidden)).ToListAsync(ct);

    /// <summary>Those whose title, number, issuer or file name holds the words, accents aside.</summary>
    public static IReadOnlyList<ShownPiece> Find(IEnumerable<ShownPiece> pieces, AskedWords? words) =>
        words is null ? [.. pieces] : [.. pieces.Where(piece => words.StandIn(
            $"{piece.Revision.Title} {piece.Revision.DocumentNumber} {piece.Revision.DocumentIssuer} {piece.Revision.FileName}"))];

    public Task<ShownPiece?> FindAsync(string agency, Guid piece, CancellationToken ct) =>
        NewestOf(db.Set<Piece>().Where(known => known.Agency == agency && known.Id == piece)).FirstOrDefaultAsync(ct);

    /// <summary>All revisions of a piece, newest first.</summary>
    public Task<List<ShownPiece>> RevisionsAsync(string agency, Guid piece, CancellationToken ct) => (
        from known in db.Set<Piece>().AsNoTracking()
        where known.Agency == agency && known.Id == piece
        from revision in db.Set<PieceRevision>().Where(revision => revision.Piece == known.Id)
        from file in db.Set<StoredFile>().Where(file => file.Digest == revision.FileDigest).DefaultIfEmpty()
        orderby revision.Number descending
        select new ShownPiece(known, revision, file)).ToListAsync(ct);

    /// <summary>Year and criterion, by piece.</summary>
    public async Task<ILookup<Guid, Attachment>> AttachedAsync(string agency, CancellationToken ct) =>
        (await db.Set<Attachment>().AsNoTracking().Where(attachment => attachment.Agency == agency && attachment.DetachedAt == null)
            .OrderByDescending(attachment => attachment.Year).ThenBy(attachment => attachment.Criterion).ToListAsync(ct))
            .ToLookup(attachment => attachment.Piece);

    /// <summary>The newest by its number: the first of a sorted list would number the revisions of all agencies.</summary>
    private IQueryable<ShownPiece> NewestOf(IQueryable<Piece> pieces) =>
        from piece in pieces.AsNoTracking()
        from revision in db.Set<PieceRevision>().Where(revision => revision.Piece == piece.Id
            && revision.Number == db.Set<PieceRevision>().Where(pieceRevision => pieceRevision.Piece == piece.Id)
            .Max(pieceRevision => pieceRevision.Number))
        from file in db.Set<StoredFile>().Where(file => file.Digest == revision.FileDigest).DefaultIfEmpty()
        orderby revision.AddedAt descending
        select new ShownPiece(piece, revision, file);
}
