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

    private static Task<Account?> FindAsync(DxIndexDb db, CookieValidatePrincipalContext context)
    {
        var id = Guid.Parse(Claim(context, ClaimTypes.NameIdentifier));
        var stamp = Claim(context, AccountClaims.Stamp);
        return db.Set<Account>().AsNoTracking()
            .SingleOrDefaultAsync(
                account => account.Id == id && account.SecurityStamp == stamp && !account.Disabled, context.HttpContext.RequestAborted);
    }

    private static string Claim(CookieValidatePrincipalContext context, string type) => context.Principal?.FindFirstValue(type) ?? "";
}
