using System.Runtime.ExceptionServices;
using System.Security.Claims;
using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// On every request: the ticket is of this tenant, the account is not disabled, its stamp is still the same (a new
/// password, a reset or a disabling changes it), and its session has neither been ended nor lasted too long. Roles and
/// agency are read anew, so that a change holds at once.
/// </summary>
internal static class TicketCheck
{
    private sealed record SignedIn(Account Account, AccountSession Session);

    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        if (Crowded.IsTold(context.HttpContext))
        {
            context.RejectPrincipal();
            return;
        }
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception failed) when (PassingFailure.IsForNow(failed))
        {
            // Thrown from here it would be remembered, and thrown again at the page that tells of it. The cookie stays.
            context.RejectPrincipal();
            context.HttpContext.Items[typeof(TicketCheck)] = ExceptionDispatchInfo.Capture(failed);
        }
    }

    /// <summary>Follows the authentication: nobody goes on, not even as a stranger, when the check could not be made.</summary>
    public static Task ThrowFailureAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Items.Remove(typeof(TicketCheck), out var failed) && failed is ExceptionDispatchInfo thrown)
            thrown.Throw();
        return next(http);
    }

    private static async Task AnswerAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var tenant = services.GetRequiredService<CurrentTenant>().Tenant;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var db = services.GetRequiredService<DxIndexDb>();
        var found = tenant is not null && Claim(context, AccountClaims.Tenant) == tenant.Id.ToString()
            ? await FindAsync(db, context, now)
            : null;
        if (tenant is null || found is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }
        context.ReplacePrincipal(AccountTicket.Of(found.Account, tenant, context.Scheme.Name, found.Session));
        if (found.Session.LastSeenAt < now - SessionRules.Seen)
            await SeeAsync(db, found.Session.Id, now, context.HttpContext.RequestAborted);
    }

    /// <summary>Where the database, or this tenant in it, can only be read, or its disk is full, nobody is kept out over it.</summary>
    private static async Task SeeAsync(DxIndexDb db, Guid session, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            await db.Set<AccountSession>().Where(accountSession => accountSession.Id == session)
                .ExecuteUpdateAsync(set => set.SetProperty(accountSession => accountSession.LastSeenAt, now), ct);
        }
        catch (PostgresException readOnly) when (
            readOnly.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DiskFull
            || PassingFailure.IsOfMove(readOnly))
        {
            // It is told with a later request.
        }
    }

    private static async Task<SignedIn?> FindAsync(DxIndexDb db, CookieValidatePrincipalContext context, DateTimeOffset now)
    {
        if (!Guid.TryParse(Claim(context, AccountClaims.Session), out var session))
            return null;
        var id = Guid.Parse(Claim(context, ClaimTypes.NameIdentifier));
        // Asked while the database is told the tenant; what the request asks after this, it asks on the same connection.
        var asked = new OneRoundTrip(db);
        var accounts = asked.Rows<Account>(
            "WHERE id = $1 AND security_stamp = $2 AND NOT disabled", id, Claim(context, AccountClaims.Stamp));
        var sessions = asked.Rows<AccountSession>(
            "WHERE id = $1 AND account_id = $2 AND ended_at IS NULL AND began_at > $3", session, id, now - SessionRules.Longest);
        await asked.SendFirstAsync(context.HttpContext.RequestAborted);
        return accounts is [var account] && sessions is [var here] ? new(account, here) : null;
    }

    private static string Claim(CookieValidatePrincipalContext context, string type) => context.Principal?.FindFirstValue(type) ?? "";
}
