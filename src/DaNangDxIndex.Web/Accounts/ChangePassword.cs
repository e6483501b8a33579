using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Accounts;

public sealed class ChangePassword(DxIndexDb db, SignIn signIn, PasswordWork passwords, AuditTrail audit)
{
    public sealed record Command(string UserName, string Current, string Chosen);

    /// <summary>The account with its new stamp, or null when the current password is wrong; wrong ones count as at the sign-in.</summary>
    public async Task<Account?> HandleAsync(Command command, CancellationToken ct)
    {
        if (await signIn.HandleAsync(new(command.UserName, command.Current), ct) is not { } account)
            return null;
        account.TakePassword(await passwords.HashAsync(command.Chosen, ct));
        audit.Add("account.password-change", $"accounts/{account.Id}", null, null);
        await db.SaveChangesAsync(ct);
        return account;
    }
}
