using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DaNangDxIndex.Placement;

/// <summary>A move closes a tenant for minutes; one that is closed for longer was left so by a command that was killed.</summary>
internal sealed class TenantsAreOpen(Tenants tenants, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var closed = (await tenants.AllAsync(cancellationToken)).Where(tenant => clock.GetUtcNow() - tenant.ClosedAt > Longest)
                .Select(tenant => tenant.Slug).ToList();
            return closed.Count == 0 ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"Closed for longer than a move takes: {string.Join(", ", closed)}.");
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Degraded("The database does not tell of its tenants.");
        }
    }
}
