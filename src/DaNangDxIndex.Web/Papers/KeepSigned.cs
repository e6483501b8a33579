using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Papers;

/// <summary>Keeps the signed scan of the report with the assessment, with the digest of what stood in it at that moment.</summary>
public sealed class KeepSigned(DxIndexDb db, AssessmentSheets sheets, ShownEvidence evidence, Acts acts, TimeProvider clock)
{
    /// <returns>Null where there is no such assessment, or the piece is no file of the agency's.</returns>
    public async Task<SignedPaper?> HandleAsync(int year, string agency, Guid piece, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindLockedAsync(year, agency, ct) is not { } sheet
            || await db.Set<Piece>().AsNoTracking().AnyAsync(known => known.Id == piece && known.Agency == agency, ct) is false)
            return null;
        var revision = await db.Set<PieceRevision>()
            .Where(pieceRevision => pieceRevision.Piece == piece && pieceRevision.FileDigest != null)
            .MaxAsync(pieceRevision => (int?)pieceRevision.Number, ct);
        if (revision is not { } newest)
            return null;
        var digest = sheet.Declaration(await evidence.OfAsync(year, agency, ct)).Digest;
        // The same scan of the same content is one, however often it is sent.
        if (await db.Set<SignedPaper>().AsNoTracking()
            .FirstOrDefaultAsync(signedPaper => signedPaper.Year == year && signedPaper.Agency == agency
            && signedPaper.Piece == piece && signedPaper.Revision == newest && signedPaper.Digest == digest, ct) is { } kept)
            return kept;
        var paper = db.Add(new SignedPaper(
            Guid.CreateVersion7(), year, agency, PaperKind.Report, piece, newest, digest, actor.Account, clock.GetUtcNow())).Entity;
        await act.KeepAsync("assessment.keep-signed", sheet.Subject, null, new { piece, revision = newest, digest }, ct);
        return paper;
    }
}
