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
    private static readonly Func<DxIndexDb, Guid, string, Guid, DateTimeOffset, CancellationToken, Task<Standing?>> Find =
        EF.CompileAsyncQuery((DxIndexDb db, Guid id, string stamp, Guid session, DateTimeOffset after, CancellationToken ct) =>
            (from account in db.Set<Account>().AsNoTracking()
             join here in db.Set<AccountSession>().AsNoTracking() on account.Id equals here.AccountId
             where account.Id == id && account.SecurityStamp == stamp && !account.Disabled
                 && here.Id == session && here.EndedAt == null && here.BeganAt > after
             select new Standing(account, here)).SingleOrDefault());

    private sealed record Standing(Account Account, AccountSession Session);

    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
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
            readOnly.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DiskFull || PassingFailure.IsOfMove(readOnly))
        {
            // It is told with a later request.
        }
    }

    private static async Task<Standing?> FindAsync(DxIndexDb db, CookieValidatePrincipalContext context, DateTimeOffset now)
    {
        if (!Guid.TryParse(Claim(context, AccountClaims.Session), out var session))
            return null;
        var ct = context.HttpContext.RequestAborted;
        // What the request asks after this, it asks on the same connection: on each opening the database is told the tenant anew.
        await db.Database.OpenConnectionAsync(ct);
        return await Find(db, Guid.Parse(Claim(context, ClaimTypes.NameIdentifier)), Claim(context, AccountClaims.Stamp), session,
            now - SessionRules.Longest, ct);
    }

    private static string Claim(CookieValidatePrincipalContext context, string type) => context.Principal?.FindFirstValue(type) ?? "";
}
