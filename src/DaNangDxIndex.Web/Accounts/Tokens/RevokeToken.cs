using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>A token ends: by its person, or by an administrator.</summary>
public sealed class RevokeToken(DxIndexDb db, Acts acts, TimeProvider clock)
{
    /// <returns>False where there is no such token, or it is somebody else's and the actor no administrator.</returns>
    public async Task<bool> HandleAsync(Guid id, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var token = await db.Set<AccessToken>().FirstOrDefaultAsync(
            token => token.Id == id
                && (token.AccountId == actor.Account || actor.Roles.Contains(Role.Administrator)), ct);
        if (token is null)
            return false;
        if (token.RevokedAt is not null)
            return true;
        token.Revoke(clock.GetUtcNow());
        await act.KeepAsync("account.token-revoke", $"accounts/{token.AccountId}", new { token = token.Name, token.Scope }, null, ct);
        return true;
    }
}
