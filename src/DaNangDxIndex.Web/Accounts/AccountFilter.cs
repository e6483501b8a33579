using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Which of many accounts somebody looks for, found by the database; empty parts ask nothing.</summary>
/// <param name="Words">Each stands in the user name, the full name or the agency's name in the reader's language.</param>
/// <param name="Role">That the account has, or that waits for it.</param>
public sealed record AccountFilter(AskedWords? Words, string? Role, string? Agency, AccountState? State)
{
    public bool AsksNothing =>
        Words is not { Words.Count: > 0 } && string.IsNullOrEmpty(Role) && string.IsNullOrEmpty(Agency) && State is null;

    /// <param name="waiting">Accounts for which the role waits.</param>
    internal IQueryable<Account> In(DxIndexDb db, IQueryable<Account> accounts, IReadOnlyCollection<Guid> waiting)
    {
        if (Words is { Words.Count: > 0 } asked)
            accounts = Named(db, accounts, FoldedByDatabase.Patterns(asked));
        if (!string.IsNullOrEmpty(Role))
            accounts = accounts.Where(account => account.Roles.Contains(Role) || waiting.Contains(account.Id));
        if (!string.IsNullOrEmpty(Agency))
            accounts = accounts.Where(account => account.AgencyCode == Agency);
        return State switch
        {
            AccountState.Closed => accounts.Where(account => account.Disabled),
            AccountState.Active => accounts.Where(account => !account.Disabled && account.PasswordHash != null),
            AccountState.Invited => accounts.Where(account => !account.Disabled && account.PasswordHash == null),
            null => accounts,
        };
    }

    private static IQueryable<Account> Named(DxIndexDb db, IQueryable<Account> accounts, string[] patterns)
    {
        var english = Addresses.Language == "en";
        return from account in accounts
               join agency in db.Set<Agency>() on account.AgencyCode equals agency.Code into its
               from agency in its.DefaultIfEmpty()
               let named = account.UserName + " " + account.FullName + " "
                   + (agency == null ? "" : english ? agency.Name.En : agency.Name.Vi)
               where patterns.All(pattern => EF.Functions.Like(FoldedByDatabase.Of(named), pattern))
               select account;
    }
}
