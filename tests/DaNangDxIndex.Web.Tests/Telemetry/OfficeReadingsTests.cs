using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Telemetry;

/// <summary>How old the readings of the database are, whether or not there ever were any.</summary>
public sealed class OfficeReadingsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _told = new(StringComparer.Ordinal);
    private readonly Passing _clock = new();
    private readonly OfficeReadings _readings;

    public OfficeReadingsTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _told[instrument.Name] = value);
        _listener.Start();
        _readings = new(meters, _clock);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void A_database_that_was_away_from_the_first_is_heard_of_by_the_age_of_the_process()
    {
        Told().ShouldBe(["dx.reading.age"]);
        _clock.Seconds = 400;
        Told();
        _told["dx.reading.age"].ShouldBe(400);
    }

    [Fact]
    public void Once_they_were_read_their_age_is_told_and_that_of_the_backup()
    {
        _clock.Seconds = 400;
        _readings.Keep([], [], _clock.GetUtcNow().AddSeconds(-50));
        _clock.Seconds = 430;
        Told().ShouldBe(["dx.backup.age", "dx.reading.age"], ignoreOrder: true);
        (_told["dx.reading.age"], _told["dx.backup.age"]).ShouldBe((30, 80));
    }

    private Dictionary<string, double>.KeyCollection Told()
    {
        _listener.RecordObservableInstruments();
        return _told.Keys;
    }

    private sealed class Passing : TimeProvider
    {
        public int Seconds { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(Seconds);
    }
}
