using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>An agency's folder as its acts change it: one at a time, so that its bounds hold.</summary>
public sealed class AgencyFolder(DxIndexDb db, FolderLimit limit, TimeProvider clock)
{
    public static string Subject(Piece piece) => $"agencies/{piece.Agency}/evidence/{piece.Id}";

    public void Add(PieceRevision revision) => db.Add(revision);

    /// <summary>Whoever changes the same folder waits until this act ends.</summary>
    public Task LockAsync(string agency, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended(concat('evidence/', current_setting('app.tenant_id'), {agency}::text), 0))",
                ct);

    public async Task RequireRoomAsync(string agency, bool forPiece, long size, CancellationToken ct)
    {
        if (forPiece)
            FolderRules.RequireRoomForPiece(await db.Set<Piece>().CountAsync(piece => piece.Agency == agency, ct));
        if (size > 0)
            FolderRules.RequireRoomForFile(await UsedAsync(agency, ct), size, limit.Bytes);
    }

    /// <summary>The bytes of the agency's files; the same content twice counts once.</summary>
    public async Task<long> UsedAsync(string agency, CancellationToken ct) =>
        await db.Set<StoredFile>().Where(file => RevisionsOf(agency).Any(revision => revision.FileDigest == file.Digest))
            .SumAsync(file => file.Size, ct);

    /// <summary>The piece whose newest revision is this content; null where none is, or where it was taken away.</summary>
    public async Task<Piece?> PieceOfAsync(string agency, string digest, CancellationToken ct) => await db.Set<Piece>().AsNoTracking()
        .Where(piece => piece.Agency == agency && piece.HiddenAt == null && db.Set<PieceRevision>()
            .Where(revision => revision.Piece == piece.Id).OrderByDescending(revision => revision.Number)
            .Select(revision => revision.FileDigest).First() == digest)
        .FirstOrDefaultAsync(ct);

    /// <exception cref="RuleViolation"><c>evidence.already-there</c></exception>
    public async Task RequireNewAsync(string agency, string digest, CancellationToken ct)
    {
        if (await RevisionsOf(agency).Where(revision => revision.FileDigest == digest).OrderByDescending(revision => revision.AddedAt)
            .Select(revision => revision.Title).FirstOrDefaultAsync(ct) is { } title)
        {
            throw new RuleViolation("evidence.already-there", new(
                $"Tệp này đã có trong Hồ sơ minh chứng của cơ quan: “{title}”. Đính kèm tài liệu đã có, không cần tải lại.",
                $"This very file is already in your agency's folder: “{title}”. Attach that piece; there is no need to upload it again."));
        }
    }

    /// <summary>A new piece, or the one to revise; null where there is no such piece of this kind in the folder.</summary>
    public async Task<Piece?> PieceToReviseAsync(string agency, Guid? id, PieceKind kind, Actor actor, CancellationToken ct)
    {
        if (id is null)
            return db.Add(new Piece(Guid.CreateVersion7(), agency, kind, actor.Account, clock.GetUtcNow())).Entity;
        var piece = await db.Set<Piece>().SingleOrDefaultAsync(piece => piece.Id == id && piece.Agency == agency && piece.Kind == kind, ct);
        piece?.RequireShown();
        return piece;
    }

    public async Task<int> NextRevisionAsync(Piece piece, CancellationToken ct)
    {
        var last = await db.Set<PieceRevision>().Where(revision => revision.Piece == piece.Id)
            .MaxAsync(revision => (int?)revision.Number, ct) ?? 0;
        Piece.RequireRoomForRevision(last);
        return last + 1;
    }

    /// <summary>Content that another agency has brought already is kept once.</summary>
    public async Task KeepFileAsync(ReceivedFile file, DateTimeOffset at, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO stored_file (digest, size, type, scan, stored_at)
        VALUES ({file.Digest}, {file.Size}, {file.Type.ToString().ToLowerInvariant()}, 'unscanned', {at.ToUniversalTime()})
        ON CONFLICT DO NOTHING
        """, ct);

    private IQueryable<PieceRevision> RevisionsOf(string agency) =>
        db.Set<PieceRevision>().Where(revision => db.Set<Piece>().Any(piece => piece.Id == revision.Piece && piece.Agency == agency));
}
