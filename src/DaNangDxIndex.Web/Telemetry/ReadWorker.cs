using DaNangDxIndex.Audit;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Npgsql;

namespace DaNangDxIndex.Telemetry;

/// <summary>Reads how it stands in every tenant, as often as it is sent.</summary>
internal sealed class ReadWorker(
    IServiceScopeFactory scopes, Tenants tenants, Clusters clusters, LastBackup backup, OfficeReadings readings, ActsKept.Counted acts,
    TimeProvider clock, IConfiguration settings, ILogger<ReadWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(settings.GetValue("OTEL_METRIC_EXPORT_INTERVAL", 60_000));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                // Its age tells of it.
                log.LogWarning("How it stands could not be read: {Reason}", away.Message);
            }
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var read = new List<TenantReading>();
        var away = await clusters.AwayAsync(ct);
        foreach (var tenant in await tenants.AllAsync(ct))
        {
            acts.Begin(tenant.Slug);
            if ((tenant.Cluster is null || !away.ContainsKey(tenant.Cluster)) && await ReadAsync(tenant, ct) is { } reading)
                read.Add(reading);
        }
        readings.Keep(read, [.. clusters.Further.Select(cluster => (cluster.Name, away.ContainsKey(cluster.Name)))], await BackupAsync(ct));
    }

    /// <summary>While a cluster does not tell of its backups, what was known last goes on, and grows older.</summary>
    private async Task<DateTimeOffset?> BackupAsync(CancellationToken ct)
    {
        try
        {
            return await backup.TakenAtAsync(ct);
        }
        catch (Exception away) when (PassingFailure.IsForNow(away))
        {
            log.LogWarning("When the last backup was taken could not be read: {Reason}", away.Message);
            return readings.LastBackup;
        }
    }

    /// <summary>Null where its further cluster has gone away just now: nothing is told of it, and all of the others.</summary>
    private async Task<TenantReading?> ReadAsync(Tenant tenant, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        try
        {
            return await TenantReading.ReadAsync(
                scope.ServiceProvider.GetRequiredService<DxIndexDb>(), tenant.Slug, clock.GetUtcNow(), ct);
        }
        catch (Exception away) when (tenant.Cluster is not null && PassingFailure.IsForNow(away))
        {
            log.LogWarning("How it stands in {Tenant} on {Cluster} could not be read: {Reason}", tenant.Slug, tenant.Cluster, away.Message);
            return null;
        }
    }
}
