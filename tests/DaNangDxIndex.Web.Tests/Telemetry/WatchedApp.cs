using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Telemetry;

/// <summary>The program, watched by a receiver of ours.</summary>
public sealed class WatchedApp : IAsyncLifetime
{
    private OtlpReceiver? _receiver;

    public TestApp App { get; } = new();

    public OtlpReceiver Receiver => _receiver ?? throw new InvalidOperationException("Nobody watches yet.");

    public async Task InitializeAsync()
    {
        _receiver = await OtlpReceiver.StartAsync();
        App.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = _receiver.Address;
        App.Settings["OTEL_METRIC_EXPORT_INTERVAL"] = "300";
        App.Settings["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        await App.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    /// <summary>The last that was told of it; null while nothing was.</summary>
    public double? Last(string metric, params IEnumerable<(string Tag, string Value)> tags) =>
        Receiver.Points.LastOrDefault(point => point.Metric == metric && tags.All(tag => point.Tags.GetValueOrDefault(tag.Tag) == tag.Value))
            ?.Value;
}
