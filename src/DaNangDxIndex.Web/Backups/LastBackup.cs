using DaNangDxIndex.Database;

namespace DaNangDxIndex.Backups;

/// <summary>
/// When the last whole backup was taken, kept in the database that it is of: the role that takes backups changes nothing, so the
/// application's writes it down. Each cluster has backups of its own; here the oldest of their last ones counts.
/// </summary>
public sealed class LastBackup(Clusters clusters)
{
    /// <summary>Null where none was ever taken of a cluster that tenants stand on.</summary>
    public async Task<DateTimeOffset?> TakenAtAsync(CancellationToken ct)
    {
        var oldest = await TakenAtAsync(clusters.Home, ct);
        foreach (var cluster in clusters.Further)
        {
            if (await TakenAtAsync(cluster, ct) is var taken && (taken is null || taken < oldest))
                oldest = taken;
        }
        return oldest;
    }

    private static async Task<DateTimeOffset?> TakenAtAsync(Cluster cluster, CancellationToken ct)
    {
        // A further cluster without a tenant has nothing to lose.
        await using var command = cluster.Pool.CreateCommand("""
            SELECT CASE WHEN $1 OR EXISTS (SELECT FROM tenant WHERE closed_at IS NULL) THEN (SELECT max(taken_at) FROM backup_taken)
                ELSE 'infinity' END
            """);
        command.Parameters.Add(new() { Value = cluster.IsHome });
        command.CommandTimeout = 5;
        return await command.ExecuteScalarAsync(ct) is DateTime at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;
    }

    public static async Task KeepAsync(Cluster cluster, DateTimeOffset takenAt, CancellationToken ct)
    {
        await using var command = cluster.Pool.CreateCommand(
            "INSERT INTO backup_taken (taken_at) VALUES ($1) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new() { Value = takenAt });
        await command.ExecuteNonQueryAsync(ct);
    }
}
