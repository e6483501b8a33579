using System.Diagnostics.Metrics;
using DaNangDxIndex.Audit;

namespace DaNangDxIndex.Telemetry;

/// <summary>
/// What was last read of all tenants, told whenever somebody measures. Every web process tells the same, so whoever adds processes up
/// takes the largest.
/// </summary>
internal sealed class OfficeReadings
{
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _begun;
    private volatile Read? _last;

    public OfficeReadings(IMeterFactory meters, TimeProvider clock)
    {
        (_clock, _begun) = (clock, clock.GetUtcNow());
        var meter = meters.Create(ActsKept.Meter);
        meter.CreateObservableGauge("dx.assessments", Assessments, "{assessment}", "Assessments of the years at work, by state");
        meter.CreateObservableGauge("dx.job.age", Jobs, "s", "For how long the oldest letter and the oldest scan have waited; 0 for none");
        meter.CreateObservableGauge("dx.letters.undelivered", Undelivered, "{letter}", "Letters of the last day that did not arrive");
        meter.CreateObservableGauge("dx.backup.age", Backup, "s", "Since the last whole backup");
        meter.CreateObservableGauge("dx.cluster.away", Away, "{cluster}", "1 where a further cluster cannot serve, else 0");
        meter.CreateObservableGauge("dx.reading.age", Reading, "s", "Since these readings were taken, or the program began");
    }

    /// <summary>When the last backup was taken, as far as it is known.</summary>
    public DateTimeOffset? LastBackup => _last?.Backup;

    /// <param name="tenants">Of those that could be asked.</param>
    /// <param name="away">Each further cluster: whether it cannot serve.</param>
    /// <param name="backup">When the last one was taken, as far as it is known.</param>
    public void Keep(IReadOnlyList<TenantReading> tenants, IReadOnlyList<(string Cluster, bool Away)> away, DateTimeOffset? backup) =>
        _last = new(_clock.GetUtcNow(), tenants, away, backup);

    private IEnumerable<Measurement<long>> Assessments() =>
        from tenant in _last?.Tenants ?? []
        from state in tenant.Assessments
        select new Measurement<long>(state.Count, new("tenant", tenant.Tenant), new("year", state.Year), new("state", state.State));

    private IEnumerable<Measurement<double>> Jobs() =>
        from tenant in _last?.Tenants ?? []
        from job in new[] { (Kind: "letter", Since: tenant.OldestLetter), (Kind: "scan", Since: tenant.OldestScan) }
        select new Measurement<double>(
            job.Since is { } since ? Age(since) : 0, new("tenant", tenant.Tenant), new KeyValuePair<string, object?>("kind", job.Kind));

    private IEnumerable<Measurement<long>> Undelivered() =>
        (_last?.Tenants ?? []).Select(tenant => new Measurement<long>(
            tenant.Undelivered, new KeyValuePair<string, object?>("tenant", tenant.Tenant)));

    /// <summary>Nothing where none was ever taken: a number would look like an answer.</summary>
    private IEnumerable<Measurement<double>> Backup() => _last?.Backup is { } at ? [new(Age(at))] : [];

    private IEnumerable<Measurement<long>> Away() => (_last?.Clusters ?? []).Select(
        cluster => new Measurement<long>(cluster.Away ? 1 : 0, new KeyValuePair<string, object?>("cluster", cluster.Cluster)));

    /// <summary>Where nothing could be read yet, since the program began: an alert hears of a database that was never there.</summary>
    private double Reading() => Age(_last?.At ?? _begun);

    private double Age(DateTimeOffset since) => Math.Max(0, (_clock.GetUtcNow() - since).TotalSeconds);

    private sealed record Read(DateTimeOffset At, IReadOnlyList<TenantReading> Tenants,
        IReadOnlyList<(string Cluster, bool Away)> Clusters, DateTimeOffset? Backup);
}
