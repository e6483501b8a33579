using DaNangDxIndex.Accounts.Doors;
using DaNangDxIndex.Accounts.SecondFactor;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Of somebody whose account has been closed for DX_LEAVER_DAYS, a year by default: number, mail and all that opened the account. The name
/// stays, because it stands under figures, verdicts and signatures, and in the trail.
/// </summary>
public sealed class ForgetLeavers(DxIndexDb db, IConfiguration configuration, TimeProvider clock) : Forgetting(configuration, clock)
{
    public override async Task<int> HandleAsync(CancellationToken ct)
    {
        var oldest = Oldest("DX_LEAVER_DAYS", 365);
        var left = db.Set<Account>().Where(account => account.Disabled && account.ClosedAt < oldest);
        var ids = left.Select(account => account.Id);
        await db.Set<SharedSecret>().Where(secret => ids.Contains(secret.AccountId)).ExecuteDeleteAsync(ct);
        await db.Set<RecoveryCode>().Where(code => ids.Contains(code.AccountId)).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => ids.Contains(passkey.UserId)).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserLogin<Guid>>().Where(login => ids.Contains(login.UserId)).ExecuteDeleteAsync(ct);
        await db.Set<Door>().Where(door => ids.Contains(door.AccountId)).ExecuteDeleteAsync(ct);
        return await left
            .Where(account => account.Phone != null || account.Mail != null || account.PasswordHash != null || account.TwoFactorEnabled)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Phone, (string?)null)
                .SetProperty(account => account.Mail, (string?)null).SetProperty(account => account.PasswordHash, (string?)null)
                .SetProperty(account => account.TwoFactorEnabled, false), ct);
    }
}
