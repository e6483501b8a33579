using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>Whoever's role asks for a second step and has not set it up is led there, and does nothing else before.</summary>
internal static class SecondFactorDue
{
    private const string Page = "/accounts/second-factor";
    private static readonly string[] Open = [Page, "/accounts/passkeys", "/accounts/sign-out", "/accounts/password"];

    public static Task LeadAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.User.HasClaim(claim => claim.Type == AccountClaims.SecondFactorDue) || IsOpen(http))
            return next(http);
        if (Api.Asks(http) || http.Request.Headers.XRequestedWith == "fetch")
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            http.Response.Redirect($"{http.Request.PathBase}{Page}");
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null
        || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || Open.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));
}
