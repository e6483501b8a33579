using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DaNangDxIndex.Database;

/// <summary>While nobody listens public answers are made anew each time: right, and slow.</summary>
internal sealed class ChangesAreHeard(PublicChanges changes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(changes.State is null
            ? HealthCheckResult.Degraded("Changes of public answers are not heard: they are made anew each time.")
            : HealthCheckResult.Healthy());
}
