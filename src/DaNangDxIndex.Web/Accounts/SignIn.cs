using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Name and password to an account, or null with the one same answer: wrong, unknown, disabled and locked out look alike
/// and take as long. The account's row stays locked meanwhile, so that guesses sent at once are still counted one by one.
/// </summary>
public sealed class SignIn(DxIndexDb db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, AuditTrail audit, TimeProvider clock)
{
    private static readonly Account Nobody = new() { FullName = "", UserName = "" };
    private static string? _nobodysHash;

    public sealed record Command(string UserName, string Password);

    public async Task<Account?> HandleAsync(Command command, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var account = await FindAsync(command.UserName, ct);
        var verified = Verify(account, command.Password);
        var admitted = account is { Disabled: false } && !(account.LockoutEnd > clock.GetUtcNow()) && verified != PasswordVerificationResult.Failed;
        if (account is not null)
            Count(account, admitted);
        if (admitted && account is not null && verified == PasswordVerificationResult.SuccessRehashNeeded)
            account.PasswordHash = hasher.HashPassword(account, command.Password);
        audit.Add(admitted ? "account.sign-in" : "account.sign-in-failed", $"accounts/{account?.Id.ToString() ?? "unknown"}", null, null, account?.Id, account?.FullName ?? "?");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return admitted ? account : null;
    }

    private async Task<Account?> FindAsync(string userName, CancellationToken ct)
    {
        var normalized = accounts.NormalizeName(userName.Trim());
        var found = await db.Set<Account>().FromSql($"SELECT * FROM account WHERE normalized_user_name = {normalized} FOR UPDATE").ToListAsync(ct);
        return found.SingleOrDefault();
    }

    private PasswordVerificationResult Verify(Account? account, string password) =>
        account?.PasswordHash is { } hash
            ? hasher.VerifyHashedPassword(account, hash, password)
            : VerifyNobodys(password);

    private PasswordVerificationResult VerifyNobodys(string password)
    {
        _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
        return PasswordVerificationResult.Failed;
    }

    private void Count(Account account, bool admitted)
    {
        var lockout = accounts.Options.Lockout;
        if (admitted)
        {
            (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        }
        else if (!(account.LockoutEnd > clock.GetUtcNow()) && ++account.AccessFailedCount >= lockout.MaxFailedAccessAttempts)
        {
            (account.AccessFailedCount, account.LockoutEnd) = (0, clock.GetUtcNow() + lockout.DefaultLockoutTimeSpan);
            audit.Add("account.lock-out", $"accounts/{account.Id}", null, new { until = account.LockoutEnd }, null, "?");
        }
    }
}
