using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Telemetry;

/// <summary>
/// The program as a process of its own, watched by a receiver of ours: what is measured is measured for a whole process, and tests run many
/// programs in theirs.
/// </summary>
public sealed class WatchedApp : IAsyncLifetime
{
    private OtlpReceiver? _receiver;
    private WebProcess? _process;

    /// <summary>The same database, past the watched program.</summary>
    public TestApp App { get; } = new();

    public OtlpReceiver Receiver => _receiver ?? throw new InvalidOperationException("Nobody watches yet.");

    public WebProcess Process => _process ?? throw new InvalidOperationException("It has not been started.");

    public async Task InitializeAsync()
    {
        _receiver = await OtlpReceiver.StartAsync();
        await App.InitializeAsync();
        _process = WebProcess.OverDatabase(App.Application, ("OTEL_EXPORTER_OTLP_ENDPOINT", _receiver.Address),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "200"),
            // No tenant stands there: only how it is itself is told.
            ("Clusters__east__Dx", App.Application));
        await _process.UntilReadyAsync();
    }

    public async Task DisposeAsync()
    {
        Process.Dispose();
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    /// <summary>The last that was told of it; null while nothing was.</summary>
    public double? Last(string metric, params (string Tag, string Value)[] tags) => Receiver.Points
        .LastOrDefault(point => point.Metric == metric && Array.TrueForAll(tags, tag => point.Tags.GetValueOrDefault(tag.Tag) == tag.Value))
        ?.Value;
}
