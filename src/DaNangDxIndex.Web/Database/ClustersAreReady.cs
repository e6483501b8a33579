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
        var away = await clusters.AwayAsync(cancellationToken);
        return away.Count == 0 ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Join(' ', away.Select(cluster => $"{cluster.Key}: {cluster.Value}")));
    }
}
