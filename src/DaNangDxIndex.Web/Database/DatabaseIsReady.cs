using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>Ready means: the database answers, and knows every migration that this program brings.</summary>
internal sealed class DatabaseIsReady(NpgsqlDataSource dataSource, DxIndexDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = dataSource.CreateCommand("""SELECT max("MigrationId") FROM migration_history""");
            var newest = await command.ExecuteScalarAsync(cancellationToken) as string;
            return string.CompareOrdinal(newest, db.Database.GetMigrations().Max(StringComparer.Ordinal)) >= 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The schema is older than the program: run dx migrate.");
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
