using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>The notices of one person, and nobody else's.</summary>
public sealed class Inbox(DxIndexDb db, CurrentAccount account, TimeProvider clock)
{
    public const int Shown = 100;

    public Task<int> UnreadAsync(CancellationToken ct) => Own.CountAsync(notice => notice.ReadAt == null, ct);

    /// <summary>The newest ones, newest first.</summary>
    public Task<List<Notice>> LatestAsync(CancellationToken ct) =>
        Own.AsNoTracking().OrderByDescending(notice => notice.At).ThenBy(notice => notice.Id).Take(Shown).ToListAsync(ct);

    /// <returns>The page that it is about; null where the person has no such notice.</returns>
    public async Task<string?> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await Own.SingleOrDefaultAsync(notice => notice.Id == id, ct) is not { } found)
            return null;
        found.Read(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return found.Path;
    }

    public Task ReadAllAsync(CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return Own.Where(notice => notice.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), ct);
    }

    private IQueryable<Notice> Own => db.Set<Notice>().Where(notice => notice.AccountId == account.Id);
}
