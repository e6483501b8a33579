using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace DaNangDxIndex.Hosting;

internal static class Logs
{
    /// <summary>One JSON object to a line on standard output; levels can be set in configuration under "Serilog".</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .ReadFrom.Configuration(builder.Configuration)
                .Enrich.FromLogContext()
                .WriteTo.Console(new JsonFormatter(renderMessage: true))
                .CreateLogger(),
            dispose: true);
    }
}
