using System.Security.Claims;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Http.Features;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace DaNangDxIndex.Hosting;

internal static class Logs
{
    private static readonly string[] Unremarkable = ["/health/", "/assets/"];

    /// <summary>
    /// One JSON object to a line on standard output; levels can be set in configuration under "Serilog". The logger is the program's, not
    /// the process's: where several run in one process, as in tests, each line goes to its own.
    /// </summary>
    public static void AddLogs(this WebApplicationBuilder builder) => builder.Services.AddSerilog((services, log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        // A token that somebody garbled is told to them (400) and no failure of ours, which whoever watches would be called for.
        .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
        .ReadFrom.Configuration(builder.Configuration)
        .ReadFrom.Services(services)
        .Filter.ByExcluding(IsSaidAgain)
        .Enrich.FromLogContext()
        .WriteTo.Console(new JsonFormatter(renderMessage: true)), preserveStaticLogger: true);

    /// <summary>
    /// One line to a request: who, where, how long. Addresses without their query, which may hold what was typed; no body, no header.
    /// All lines of a request carry its RequestId, the reference number that people see when it fails.
    /// </summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(log =>
    {
        log.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        log.GetLevel = LevelOf;
        log.GetMessageTemplateProperties = PropertiesOf;
        log.EnrichDiagnosticContext = (line, http) =>
        {
            line.Set("Tenant", http.RequestServices.GetRequiredService<CurrentTenant>().Tenant?.Slug);
            line.Set("Account", http.User.FindFirstValue(ClaimTypes.NameIdentifier));
        };
    });

    /// <summary>What EF says of a failure is thrown as well, and logged by whoever answers for it: once, under its reference.</summary>
    private static bool IsSaidAgain(LogEvent line) => line.Level == LogEventLevel.Error
        && line.Properties.TryGetValue("SourceContext", out var source)
        && source is ScalarValue { Value: string name } && name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);

    private static LogEventLevel LevelOf(HttpContext http, double milliseconds, Exception? failed) =>
        Crowded.IsTold(http) ? LogEventLevel.Warning
        : failed is not null || http.Response.StatusCode >= 500 ? LogEventLevel.Error
        : Unremarkable.Any(start => AskedFor(http).StartsWith(start, StringComparison.Ordinal)) ? LogEventLevel.Verbose
        : LogEventLevel.Information;

    private static IEnumerable<LogEventProperty> PropertiesOf(HttpContext http, string path, double milliseconds, int status) =>
    [
        new("RequestMethod", new ScalarValue(http.Request.Method)),
        new("RequestPath", new ScalarValue(AskedFor(http))),
        new("StatusCode", new ScalarValue(status)),
        new("Elapsed", new ScalarValue(milliseconds)),
    ];

    /// <summary>
    /// The address as it was asked: tenant and language, and what an error page stands in for, move the request's path meanwhile.
    /// </summary>
    private static string AskedFor(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return string.IsNullOrEmpty(target) ? (http.Request.PathBase + http.Request.Path).ToUriComponent() : target.Split('?')[0];
    }
}
