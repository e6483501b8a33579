using System.Diagnostics.Metrics;
using DaNangDxIndex.Audit;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DaNangDxIndex.Telemetry;

internal static class TelemetryFeature
{
    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    private static readonly string[] Meters =
        [ActsKept.Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime"];

    private static readonly PathString[] Unremarkable = ["/health", "/assets"];

    /// <summary>By which whoever is called finds the process: of a container the name of the machine is its id.</summary>
    private static string Instance => $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>On only where somebody takes it: without an endpoint nothing is counted, read or sent.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (Endpoints.All(name => string.IsNullOrEmpty(settings[name])))
            return;
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] ??= "http/protobuf";
        // An event of a span is what a failure says of itself, and that may hold what was typed. The log has it, behind the own door.
        settings["OTEL_SPAN_EVENT_COUNT_LIMIT"] = "0";
        builder.Services.AddSingleton<OfficeReadings>().AddHostedService<ReadWorker>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(about => about.AddService("danang-dx-index",
                serviceVersion: typeof(Program).Assembly.GetName().Version?.ToString(), serviceInstanceId: Instance))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(Describe).AddSource("Npgsql")
                .AddProcessor(new NamedTagsOnly()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddView(WithoutAddresses).AddOtlpExporter());
    }

    /// <summary>A pool goes by the name that it has here (dx, dx-NAME of a further cluster), never by its address.</summary>
    private static MetricStreamConfiguration? WithoutAddresses(Instrument instrument) => instrument.Meter.Name == "Npgsql"
        ? new() { TagKeys = ["db.client.connection.pool.name", "db.client.connection.state", "db.response.status_code"] }
        : null;

    private static void Describe(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.Filter = http => !Unremarkable.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));
        // The number that people see leads to the span, and to the lines of the log.
        requests.EnrichWithHttpResponse = (span, answer) => span.SetTag("dx.reference", answer.HttpContext.TraceIdentifier);
    }
}
