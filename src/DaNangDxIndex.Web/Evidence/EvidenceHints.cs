using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>What is worth a second look at a piece. Nothing is refused for it, and no other agency is named.</summary>
public sealed class EvidenceHints(DxIndexDb db)
{
    /// <param name="agency">Whose pieces these are.</param>
    /// <param name="year">The assessment they are shown in; null in the folder, where no year is meant.</param>
    public async Task<ILookup<Guid, Bilingual>> OfAsync(
        string agency, int? year, IReadOnlyCollection<ShownPiece> pieces, CancellationToken ct)
    {
        var digests = pieces.Select(piece => piece.Revision.FileDigest).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var numbers = pieces.Select(piece => piece.Revision.DocumentNumber?.ToLowerInvariant()).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        var same = digests.Count + numbers.Count == 0 ? [] : await (
            from revision in db.Set<PieceRevision>().FromSql(
                $"SELECT * FROM piece_revision WHERE file_digest = ANY({digests}) OR lower(document_number) = ANY({numbers})")
            join piece in db.Set<Piece>() on revision.Piece equals piece.Id
            select new Likeness(
                piece.Id, piece.Agency, revision.FileDigest, revision.DocumentNumber, revision.DocumentIssuer,
                db.Set<Attachment>().Where(attachment => attachment.Piece == piece.Id && attachment.DetachedAt == null)
                    .Min(attachment => (int?)attachment.Year)))
                    .ToListAsync(ct);
        return pieces.SelectMany(shown => Hints(shown, agency, year, same).Select(hint => (shown.Piece.Id, hint)))
            .ToLookup(pair => pair.Id, pair => pair.hint);
    }

    private static IEnumerable<Bilingual> Hints(ShownPiece shown, string agency, int? year, List<Likeness> same)
    {
        var revision = shown.Revision;
        if (revision.FileDigest is { } digest && same.Any(likeness => likeness.Digest == digest && likeness.Agency != agency))
            yield return new("Một cơ quan khác cũng dùng đúng tệp này.", "Another agency uses this very file too.");
        if (year is { } of && same.Where(likeness => likeness.Agency == agency && likeness.FirstYear < of && IsSame(likeness, revision))
            .Min(likeness => likeness.FirstYear) is { } before)
            yield return new($"Tài liệu này đã được dùng cho kỳ đánh giá năm {before}.",
                $"This piece was already used in the {before} assessment.");
        if (year is { } assessed && revision.DocumentDate is { } date && date.Year != assessed)
            yield return new($"Ngày ban hành không thuộc năm {assessed}.", $"The document is not dated in {assessed}.");
        if (revision.DocumentNumber is not null
            && same.Any(likeness => likeness.Piece != shown.Piece.Id && likeness.Agency == agency && IsSame(likeness, revision)))
            yield return new("Số, ký hiệu này đã được viện dẫn ở một tài liệu khác của cơ quan.",
                "Another piece of the agency cites this number already.");
        if (revision.DocumentNumber is not null && same.Any(likeness => likeness.Agency != agency && IsSame(likeness, revision)))
            yield return new("Văn bản này cũng được một cơ quan khác viện dẫn.", "Another agency cites this document too.");
    }

    private static bool IsSame(Likeness likeness, PieceRevision revision) => revision.FileDigest is { } digest
        ? likeness.Digest == digest
        : string.Equals(likeness.Number, revision.DocumentNumber, StringComparison.OrdinalIgnoreCase)
            && string.Equals(likeness.Issuer, revision.DocumentIssuer, StringComparison.OrdinalIgnoreCase);

    /// <param name="FirstYear">Of the editions in which the piece is attached.</param>
    private sealed record Likeness(Guid Piece, string Agency, string? Digest, string? Number, string? Issuer, int? FirstYear);
}
