using DaNangDxIndex.Accounts.SecondFactor;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>By what an account is opened beside its password. The caller has begun an act, and keeps it.</summary>
public sealed class WaysIn(DxIndexDb db)
{
    /// <summary>Apps and passkeys: where none is left the password alone opens the account.</summary>
    public async Task<int> CountFactorsAsync(Guid account, CancellationToken ct) =>
        await db.Set<SharedSecret>().CountAsync(secret => secret.AccountId == account, ct)
        + await db.Set<IdentityUserPasskey<Guid>>().CountAsync(passkey => passkey.UserId == account, ct);

    /// <summary>Lost, or taken away: app, passkeys and recovery codes are worth nothing any more.</summary>
    public async Task ForgetFactorsAsync(Account account, CancellationToken ct)
    {
        var id = account.Id;
        await db.Set<SharedSecret>().Where(secret => secret.AccountId == id).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == id).ExecuteDeleteAsync(ct);
        await db.Set<RecoveryCode>().Where(code => code.AccountId == id).ExecuteDeleteAsync(ct);
        account.TwoFactorEnabled = false;
    }

    /// <summary>
    /// A new person begins, or the account becomes more than it was: whoever knew it before may have left a passkey or a link with a
    /// provider behind.
    /// </summary>
    public async Task ForgetAllAsync(Account account, CancellationToken ct)
    {
        var id = account.Id;
        await ForgetFactorsAsync(account, ct);
        await db.Set<IdentityUserLogin<Guid>>().Where(login => login.UserId == id).ExecuteDeleteAsync(ct);
    }
}
