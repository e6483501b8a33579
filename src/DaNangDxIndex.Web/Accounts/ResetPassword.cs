using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Takes a one-time link for a new password.</summary>
public sealed class ResetPassword(DxIndexDb db, IPasswordHasher<Account> hasher, AuditTrail audit, TimeProvider clock)
{
    public sealed record Command(string Token, string Chosen);

    public Task<Account?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (Account.HashOf(token), clock.GetUtcNow());
        return db.Set<Account>().SingleOrDefaultAsync(account => account.ResetHash == hash && account.ResetExpiresAt > now && !account.Disabled, ct);
    }

    /// <summary>Null when the link was used, has expired or never was.</summary>
    public async Task<Account?> HandleAsync(Command command, CancellationToken ct)
    {
        if (await FindAsync(command.Token, ct) is not { } account)
            return null;
        account.TakePassword(hasher.HashPassword(account, command.Chosen));
        audit.Add("account.password-reset", $"accounts/{account.Id}", null, null, account.Id, account.FullName);
        await db.SaveChangesAsync(ct);
        return account;
    }
}
