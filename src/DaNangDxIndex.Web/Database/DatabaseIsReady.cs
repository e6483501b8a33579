using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>Ready means: the database answers, and has had every migration that this program brings.</summary>
internal sealed class DatabaseIsReady(NpgsqlDataSource dataSource) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = dataSource.CreateCommand("""SELECT count(*) FROM migration_history WHERE "MigrationId" = ANY ($1)""");
            command.Parameters.Add(new() { Value = EmbeddedSql.MigrationNames });
            return await command.ExecuteScalarAsync(cancellationToken) is long had && had == EmbeddedSql.MigrationNames.Count
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The schema is older than the program: run dx migrate.");
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
