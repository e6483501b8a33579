using DaNangDxIndex.Audit;
using Microsoft.AspNetCore.Identity;

namespace DaNangDxIndex.Accounts;

/// <summary>Wrong passwords and wrong codes of an account, counted together. The caller holds its row.</summary>
public sealed class Lockout(UserManager<Account> accounts, AuditTrail trail, TimeProvider clock)
{
    public bool Holds(Account account) => account.LockoutEnd > clock.GetUtcNow();

    public void Forget(Account account) => (account.AccessFailedCount, account.LockoutEnd) = (0, null);

    /// <summary>One more. While it is locked nothing is counted: guesses then neither help nor prolong it.</summary>
    public void Count(Account account)
    {
        var lockout = accounts.Options.Lockout;
        if (Holds(account) || ++account.AccessFailedCount < lockout.MaxFailedAccessAttempts)
            return;
        (account.AccessFailedCount, account.LockoutEnd) = (0, clock.GetUtcNow() + lockout.DefaultLockoutTimeSpan);
        trail.Add("account.lock-out", $"accounts/{account.Id}", null, new { until = account.LockoutEnd }, null, "?");
    }
}
