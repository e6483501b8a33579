using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Papers;

/// <summary>The signed scans that are kept with an assessment, newest first.</summary>
public sealed class SignedPapers(DxIndexDb db)
{
    public sealed record Kept(SignedPaper Paper, ShownPiece Shown);

    public async Task<IReadOnlyList<Kept>> OfAsync(int year, string agency, CancellationToken ct) => await (
        from paper in db.Set<SignedPaper>().AsNoTracking()
        join piece in db.Set<Piece>().AsNoTracking() on paper.Piece equals piece.Id
        from revision in db.Set<PieceRevision>()
            .Where(revision => revision.Piece == paper.Piece && revision.Number == paper.Revision)
        from file in db.Set<StoredFile>().Where(file => file.Digest == revision.FileDigest).DefaultIfEmpty()
        where paper.Year == year && paper.Agency == agency
        orderby paper.KeptAt descending
        select new Kept(paper, new ShownPiece(piece, revision, file))).ToListAsync(ct);
}
