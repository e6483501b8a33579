using System.Security.Claims;
using DaNangDxIndex.Accounts.Doors;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Sessions;

/// <summary>
/// Whoever has shown who they are is signed in here from now on: a row, the cookie that names it, and the one that tells who was here.
/// </summary>
public sealed class BeginSession(
    DxIndexDb db, KnownBrowsers browsers, CurrentTenant tenant, IHttpContextAccessor http, TimeProvider clock)
{
    public async Task<ClaimsPrincipal> HandleAsync(Account account, CancellationToken ct, ProviderProof? proof = null,
        byte[]? passkey = null)
    {
        var context = http.HttpContext ?? throw new InvalidOperationException("A session begins with a request.");
        var now = clock.GetUtcNow();
        var session = new AccountSession(Guid.CreateVersion7(), account.Id, now, AgentOf(context), context.Connection.RemoteIpAddress)
            .CameBy(proof).OpenedBy(passkey).At(await browsers.KnowAsync(account, ct));
        // Whoever signs in again here, to show that it is still the same person, is not signed in twice.
        if (Guid.TryParse(context.User.FindFirstValue(AccountClaims.Session), out var before))
            await db.Set<AccountSession>().Where(old => old.Id == before).ExecuteUpdateAsync(
                set => set.SetProperty(old => old.EndedAt, now), ct);
        db.Add(session);
        await db.SaveChangesAsync(ct);
        return await SignInAsync(account, session);
    }

    /// <summary>
    /// A new password puts an end to every sign-in of the account but the one in which it was chosen. That one goes on as it began: a
    /// password by itself is no second step, and nobody has more time or counts as present by choosing another.
    /// </summary>
    public async Task GoOnAsync(Account account, Guid session, CancellationToken ct)
    {
        var same = await db.Set<AccountSession>().SingleAsync(own => own.Id == session && own.AccountId == account.Id, ct);
        same.At(await browsers.KnowAsync(account, ct));
        await db.SaveChangesAsync(ct);
        await SignInAsync(account, same);
    }

    private async Task<ClaimsPrincipal> SignInAsync(Account account, AccountSession session)
    {
        var context = http.HttpContext ?? throw new InvalidOperationException("A session begins with a request.");
        var principal = AccountTicket.Of(account, tenant.Required, CookieAuthenticationDefaults.AuthenticationScheme, session);
        await context.SignInAsync(principal);
        return principal;
    }

    /// <summary>PostgreSQL keeps no NUL.</summary>
    private static string? AgentOf(HttpContext context) =>
        context.Request.Headers.UserAgent.ToString().Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } agent ? agent : null;
}
