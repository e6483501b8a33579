using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>
/// What was told to somebody goes as the words of letters do (<see cref="ForgetLetters"/>). It stays for two months at least: until then
/// somebody might be told of the same day a second time.
/// </summary>
public sealed class ForgetNotices(DxIndexDb db, IConfiguration configuration, TimeProvider clock) : Forgetting(configuration, clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(60);

    public override Task<int> HandleAsync(CancellationToken ct)
    {
        var (asSet, gone) = (Oldest("DX_LETTER_DAYS", 365), Oldest("DX_LEAVER_DAYS", 365));
        var oldest = asSet < Now - Shortest ? asSet : Now - Shortest;
        return db.Set<Notice>().Where(notice => notice.At < oldest
            || db.Set<Account>().Any(account => account.Id == notice.AccountId && account.Disabled && account.ClosedAt < gone))
            .ExecuteDeleteAsync(ct);
    }
}
