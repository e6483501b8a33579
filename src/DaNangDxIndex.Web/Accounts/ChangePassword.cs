using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Accounts;

public sealed class ChangePassword(DxIndexDb db, SignIn signIn, PasswordWork passwords, TellOfWayIn tell, Acts acts)
{
    public sealed record Command(string UserName, string Current, string Chosen);

    /// <summary>The account with its new stamp, or null when the current password is wrong; wrong ones count as at the sign-in.</summary>
    public async Task<Account?> HandleAsync(Command command, CancellationToken ct)
    {
        if (await signIn.HandleAsync(new(command.UserName, command.Current), ct) is not { } account)
            return null;
        var hash = await passwords.HashAsync(command.Chosen, ct);
        await using var act = await acts.BeginAsync(ct);
        // Before the notice refers to the row, as in ResetPassword.
        await db.LockAccountAsync(account.Id, ct);
        account.TakePassword(hash);
        await tell(account.Id, WayInChange.PasswordChanged, null, ct);
        await act.KeepAsync("account.password-change", $"accounts/{account.Id}", null, null, ct);
        return account;
    }
}
