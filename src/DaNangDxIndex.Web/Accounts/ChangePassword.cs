using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

public sealed class ChangePassword(DxIndexDb db, SignIn signIn, IPasswordHasher<Account> hasher, AuditTrail audit)
{
    public sealed record Command(Guid Account, string Current, string Chosen);

    /// <summary>The account with its new stamp, or null when the current password is wrong; wrong ones count as at the sign-in.</summary>
    public async Task<Account?> HandleAsync(Command command, CancellationToken ct)
    {
        var userName = await db.Set<Account>().Where(account => account.Id == command.Account).Select(account => account.UserName).SingleAsync(ct);
        if (await signIn.HandleAsync(new(userName ?? "", command.Current), ct) is not { } account)
            return null;
        account.TakePassword(hasher.HashPassword(account, command.Chosen));
        audit.Add("account.password-change", $"accounts/{account.Id}", null, null);
        await db.SaveChangesAsync(ct);
        return account;
    }
}
