using System.Diagnostics;
using System.Security.Claims;
using DaNangDxIndex.Tenancy;
using Serilog.Context;

namespace DaNangDxIndex.Hosting;

/// <summary>One line to a request: who, where, how long. Addresses without their query, which may hold what was typed; no body, no header.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http, CurrentTenant tenant)
    {
        var clock = Stopwatch.GetTimestamp();
        var path = http.Request.Path.ToUriComponent();
        using var request = LogContext.PushProperty("Request", http.TraceIdentifier);
        try
        {
            await next(http);
        }
        finally
        {
            using (LogContext.PushProperty("Tenant", tenant.Tenant?.Slug))
            using (LogContext.PushProperty("Account", http.User.FindFirstValue(ClaimTypes.NameIdentifier)))
                Write(http, path, Stopwatch.GetElapsedTime(clock));
        }
    }

    private void Write(HttpContext http, string path, TimeSpan elapsed)
    {
        var level = http.Response.StatusCode >= 500 ? LogLevel.Error : LogLevel.Information;
        if (!path.StartsWith("/health/", StringComparison.Ordinal) && !path.StartsWith("/assets/", StringComparison.Ordinal))
            log.Log(level, "{Method} {Path} {Status} {Milliseconds:0.0} ms", http.Request.Method, path, http.Response.StatusCode, elapsed.TotalMilliseconds);
    }
}
