using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>The backup of last night is there. Without it everything is served; somebody should look before the next fire.</summary>
internal sealed class BackupIsRecent(LastBackup backup, TimeProvider clock) : IHealthCheck
{
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(36);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await backup.TakenAtAsync(cancellationToken) is not { } at ? HealthCheckResult.Degraded("No backup was ever taken.")
                : clock.GetUtcNow() - at > Oldest ? HealthCheckResult.Degraded("The last backup is older than 36 hours.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Degraded("The database does not tell of its backups.");
        }
    }
}
