using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Takes a one-time link for a new password.</summary>
public sealed class ResetPassword(DxIndexDb db, PasswordWork passwords, TellOfWayIn tell, AuditTrail trail, Acts acts, TimeProvider clock,
    ILogger<ResetPassword> log)
{
    public sealed record Command(string Token, string? Code, string Chosen);

    public Task<Account?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (SecretDigest.Of(token), clock.GetUtcNow());
        return db.Set<Account>().SingleOrDefaultAsync(
            account => account.ResetHash == hash && account.ResetExpiresAt > now && !account.Disabled, ct);
    }

    /// <summary>The link alone, or the link with its code. Whoever has but the link and tries codes is told in the trail.</summary>
    public async Task<bool> OpensAsync(Account account, string? code, CancellationToken ct)
    {
        if (account.Reset.OpensWith(code))
            return true;
        log.LogWarning("A one-time link came with a wrong code, for account {Account}", account.Id);
        await using var act = await acts.BeginAsync(ct);
        trail.Add("account.link-code-failed", $"accounts/{account.Id}", null, null, account.Id, account.FullName);
        await act.KeepAsync(ct);
        return false;
    }

    /// <summary>
    /// Null when the link was used, also at this very moment by somebody else, has expired, never was, or lacks its code.
    /// </summary>
    public async Task<Account?> HandleAsync(Command command, CancellationToken ct)
    {
        if (await FindAsync(command.Token, ct) is not { } account || !account.Reset.OpensWith(command.Code))
            return null;
        // No connection is held meanwhile, not even that of somebody who is signed in.
        await db.Database.CloseConnectionAsync();
        var hash = await passwords.HashAsync(command.Chosen, ct);
        await using var act = await acts.BeginAsync(ct);
        // Before the notice refers to the row: two who change what they both refer to would wait for each other.
        await db.LockAccountAsync(account.Id, ct);
        if (account.PasswordHash is not null)
            await tell(account.Id, WayInChange.PasswordChanged, null, ct);
        account.TakePassword(hash);
        trail.Add("account.password-reset", $"accounts/{account.Id}", null, null, account.Id, account.FullName);
        try
        {
            await act.KeepAsync(ct);
            return account;
        }
        catch (ChangedMeanwhile)
        {
            return null;
        }
    }
}
