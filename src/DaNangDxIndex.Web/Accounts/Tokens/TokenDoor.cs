using System.Security.Claims;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>
/// What changes something over the API comes from a page of ours, with the token of its form, or by a personal access token, which no
/// other site can make a browser send. A token that carries no role for changes changes nothing, not even what every person may.
/// </summary>
internal sealed class TokenDoor(IAntiforgery antiforgery) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        // Pages look for the token of their form by themselves.
        if (!Api.Asks(http) || !Api.Changes(http.Request))
            return;
        if (!TokenSignIn.Admitted(http.User))
            context.Result = await antiforgery.IsRequestValidAsync(http) ? null : new AntiforgeryValidationFailedResult();
        else if (!http.User.HasClaim(claim => claim.Type == ClaimTypes.Role))
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
