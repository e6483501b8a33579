using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Name and password to an account, or null with the one same answer: wrong, unknown, disabled and locked out look alike
/// and take as long. The password is checked while no connection is held; the outcome is counted with the account's row locked,
/// so that guesses sent at once are still counted one by one, and none is admitted once they were too many at its door.
/// Where the account has a second step, this is only the first (<see cref="SecondFactor.SecondStep"/>).
/// </summary>
public sealed class SignIn(
    DxIndexDb db, UserManager<Account> accounts, PasswordWork passwords, Lockout lockout, AuditTrail trail, Acts acts)
{
    public sealed record Command(string UserName, string Password);

    public async Task<Account?> HandleAsync(Command command, CancellationToken ct)
    {
        var name = accounts.NormalizeName(command.UserName.Trim());
        var hash = await db.Set<Account>().Where(account => account.NormalizedUserName == name).Select(account => account.PasswordHash)
            .SingleOrDefaultAsync(ct);
        await db.Database.CloseConnectionAsync();
        var verified = await passwords.VerifyAsync(hash, command.Password, ct);
        var better = verified == PasswordVerificationResult.SuccessRehashNeeded ? await passwords.HashAsync(command.Password, ct) : null;

        await using var act = await acts.BeginAsync(ct);
        var account = await LockAsync(name, ct);
        var door = account is null ? null : await lockout.DoorAsync(account, provider: null, ct);
        var admitted = verified != PasswordVerificationResult.Failed && account is { MayComeIn: true } && account.PasswordHash == hash
            && door is not null && !lockout.Holds(door);
        var half = admitted && account is { TwoFactorEnabled: true };
        if (account is not null && door is not null && !admitted)
            lockout.Count(account, door);
        else if (account is not null && door is not null && !half)
            lockout.Forget(account, door);
        if (admitted && account is not null && better is not null)
            account.PasswordHash = better;
        trail.Add(
            half ? "account.sign-in-half" : admitted ? "account.sign-in" : "account.sign-in-failed",
            $"accounts/{account?.Id.ToString() ?? "unknown"}", null, null, account?.Id, account?.FullName ?? "?");
        await act.KeepAsync(ct);
        return admitted ? account : null;
    }

    private async Task<Account?> LockAsync(string name, CancellationToken ct) =>
        (await db.Set<Account>().FromSql($"SELECT * FROM account WHERE normalized_user_name = {name} FOR UPDATE").ToListAsync(ct))
            .SingleOrDefault();
}
