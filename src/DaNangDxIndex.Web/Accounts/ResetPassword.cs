using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Takes a one-time link for a new password.</summary>
public sealed class ResetPassword(DxIndexDb db, PasswordWork passwords, AuditTrail audit, TimeProvider clock)
{
    public sealed record Command(string Token, string Chosen);

    public Task<Account?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (Account.HashOf(token), clock.GetUtcNow());
        return db.Set<Account>().SingleOrDefaultAsync(account => account.ResetHash == hash && account.ResetExpiresAt > now && !account.Disabled, ct);
    }

    /// <summary>Null when the link was used, also at this very moment by somebody else, has expired or never was.</summary>
    public async Task<Account?> HandleAsync(Command command, CancellationToken ct)
    {
        if (await FindAsync(command.Token, ct) is not { } account)
            return null;
        account.TakePassword(await passwords.HashAsync(command.Chosen, ct));
        audit.Add("account.password-reset", $"accounts/{account.Id}", null, null, account.Id, account.FullName);
        try
        {
            await db.SaveChangesAsync(ct);
            return account;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }
}
