using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>Ready means: the database answers at once, can be written to, and has had every migration that this program brings.</summary>
internal sealed class DatabaseIsReady(Clusters clusters, WantOfSpace space) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>With a full disk everything is read as before: the proxy must not take this process out; whoever looks is told.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var found = await CheckAsync(clusters.Home, cancellationToken);
        return found.Status == HealthStatus.Healthy && space.IsFelt
            ? HealthCheckResult.Degraded("Nothing can be saved: the disk of the database is full.")
            : found;
    }

    public static async Task<HealthCheckResult> CheckAsync(Cluster cluster, CancellationToken cancellationToken)
    {
        try
        {
            // Not given up then, which would hold a thread where the server hangs: left to itself.
            return await AskAsync(cluster).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception failed) when (failed is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }

    private static async Task<HealthCheckResult> AskAsync(Cluster cluster)
    {
        await using var command = cluster.Pool.CreateCommand("""
            SELECT count(*), current_setting('transaction_read_only')::boolean FROM migration_history WHERE "MigrationId" = ANY ($1)
            """);
        command.CommandTimeout = ConnectionLimits.GivenUpAfterSeconds;
        command.Parameters.Add(new() { Value = EmbeddedSql.MigrationNames });
        await using var answer = await command.ExecuteReaderAsync();
        await answer.ReadAsync();
        cluster.Reach.Answered();
        if (answer.GetInt64(0) < EmbeddedSql.MigrationNames.Count)
            return HealthCheckResult.Unhealthy("The schema is older than the program: run dx migrate.");
        return answer.GetBoolean(1) ? HealthCheckResult.Unhealthy("The database is read-only.") : HealthCheckResult.Healthy();
    }
}
