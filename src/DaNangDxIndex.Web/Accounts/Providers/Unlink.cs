using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>An account is no longer opened by a provider, and the sign-ins that came that way end.</summary>
public sealed class Unlink(DxIndexDb db, TellOfWayIn tell, Acts acts, TimeProvider clock)
{
    public sealed record Command(Guid Account, string Issuer);

    /// <returns>False where nothing was linked, or the account is not the actor's own nor theirs to keep.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var (id, now) = (command.Account, clock.GetUtcNow());
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, ct);
        if (account is null || (actor.Account != id && !RoleRules.Keeps(actor, account.Held, account.AgencyCode)))
            return false;
        var gone = await db.Set<IdentityUserLogin<Guid>>().Where(login => login.UserId == id && login.LoginProvider == command.Issuer)
            .ExecuteDeleteAsync(ct);
        if (gone == 0)
            return false;
        var unlinked = db.Set<Provider>().Where(provider => provider.Issuer == command.Issuer);
        var ids = unlinked.Select(provider => (Guid?)provider.Id);
        await db.Set<AccountSession>()
            .Where(session => session.AccountId == id && session.EndedAt == null && ids.Contains(session.ProviderId))
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
        var name = await unlinked.Select(provider => provider.Name).SingleOrDefaultAsync(ct);
        await tell(id, WayInChange.ProviderUnlinked, name ?? new(command.Issuer, command.Issuer), ct);
        await act.KeepAsync("account.provider-unlink", $"accounts/{id}", new { command.Issuer }, null, ct);
        return true;
    }
}
