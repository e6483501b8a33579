using System.Runtime.ExceptionServices;
using System.Security.Claims;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// On every request: the ticket is of this tenant, the account is not disabled, and its stamp is still the same (a new
/// password, a reset or a disabling changes it). Roles and agency are read anew, so that a change holds at once.
/// </summary>
internal static class TicketCheck
{
    private static readonly Func<DxIndexDb, Guid, string, CancellationToken, Task<Account?>> Standing = EF.CompileAsyncQuery(
        (DxIndexDb db, Guid id, string stamp, CancellationToken ct) => db.Set<Account>().AsNoTracking()
            .SingleOrDefault(account => account.Id == id && account.SecurityStamp == stamp && !account.Disabled));

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
        var account = tenant is not null && Claim(context, AccountClaims.Tenant) == tenant.Id.ToString()
            ? await FindAsync(services.GetRequiredService<DxIndexDb>(), context)
            : null;
        if (tenant is null || account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }
        context.ReplacePrincipal(AccountTicket.Of(account, tenant, context.Scheme.Name));
    }

    private static async Task<Account?> FindAsync(DxIndexDb db, CookieValidatePrincipalContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        // What the request asks after this, it asks on the same connection: on each opening the database is told the tenant anew.
        await db.Database.OpenConnectionAsync(ct);
        return await Standing(db, Guid.Parse(Claim(context, ClaimTypes.NameIdentifier)), Claim(context, AccountClaims.Stamp), ct);
    }

    private static string Claim(CookieValidatePrincipalContext context, string type) => context.Principal?.FindFirstValue(type) ?? "";
}
