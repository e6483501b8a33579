using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>An account is linked with whom a provider names, where its own person asked for it in a session that is still open.</summary>
public sealed class LinkProvider(DxIndexDb db, TellOfWayIn tell, AuditTrail trail, Acts acts)
{
    /// <exception cref="ProviderRefused"/>
    internal async Task<Account> HandleAsync(Provider provider, Attempt.Link link, string subject, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var account = await db.LockAccountAsync(link.Account, ct);
        var open = await db.Set<AccountSession>().AnyAsync(
            session => session.Id == link.Session && session.AccountId == link.Account && session.EndedAt == null, ct);
        if (account is null or { Disabled: true } || account.SecurityStamp != link.Stamp || !open)
            throw new ProviderRefused(ProviderFault.SessionEnded, "the account or its session has changed");
        var logins = await db.Set<IdentityUserLogin<Guid>>().Where(login => login.LoginProvider == provider.Issuer
            && (login.ProviderKey == subject || login.UserId == account.Id)).ToListAsync(ct);
        if (logins.Exists(login => login.UserId != account.Id))
            throw new ProviderRefused(ProviderFault.LinkedToAnother, "another account");
        if (logins.Count > 0)
            throw new ProviderRefused(ProviderFault.LinkedAlready, "this account");
        db.Add(new IdentityUserLogin<Guid> { LoginProvider = provider.Issuer, ProviderKey = subject, UserId = account.Id });
        trail.Add("account.provider-link", $"accounts/{account.Id}", null, new { provider = provider.Name.Vi, provider.Issuer },
            account.Id, account.FullName);
        await tell(account.Id, WayInChange.ProviderLinked, provider.Name, ct);
        try
        {
            await act.KeepAsync(ct);
        }
        catch (ChangedMeanwhile)
        {
            throw new ProviderRefused(ProviderFault.LinkedToAnother, "at this very moment");
        }
        return account;
    }
}
