using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DaNangDxIndex.Database;

/// <summary>
/// The clusters beside the home one, each by its name. One that is away takes its own tenants' pages along and nobody else's, so the whole
/// stays ready.
/// </summary>
internal sealed class ClustersAreReady(Clusters clusters) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var asked = await Task.WhenAll(clusters.Further.Select(async cluster =>
            (cluster.Name, Found: await DatabaseIsReady.CheckAsync(cluster.Pool, cancellationToken))));
        var amiss = asked.Where(one => one.Found.Status != HealthStatus.Healthy)
            .Select(one => $"{one.Name}: {one.Found.Description}").ToList();
        return amiss.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', amiss));
    }
}
