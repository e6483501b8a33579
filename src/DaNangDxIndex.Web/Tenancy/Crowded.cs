using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Diagnostics;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Where the queue for the tenant's cluster is too long, the next are told so before anything is asked for them: what costs as much to
/// refuse as to serve takes the processors from those who could be served.
/// </summary>
internal static class Crowded
{
    public static Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (TellsOfRefusal(http) || !IsCrowded(http))
            return next(http);
        http.Items[typeof(Crowded)] = true;
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    /// <summary>A page that tells of a refusal or a failure comes this way a second time.</summary>
    private static bool TellsOfRefusal(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Nobody is looked up for an answer that only says this.</summary>
    public static bool IsTold(HttpContext http) => http.Items.ContainsKey(typeof(Crowded));

    private static bool IsCrowded(HttpContext http) => http.RequestServices.GetRequiredService<CurrentTenant>().Tenant is { } tenant
        && http.RequestServices.GetRequiredService<Clusters>().Of(tenant.Cluster).Queue.IsTooLong;
}
