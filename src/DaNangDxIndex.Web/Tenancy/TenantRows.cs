using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>The tenants as one cluster writes them down.</summary>
internal static class TenantRows
{
    /// <summary>In the order in which they were added there.</summary>
    /// <exception cref="ClusterIsAway">It lets one wait in vain.</exception>
    public static Task<List<Tenant>> ReadAsync(Cluster cluster, CancellationToken ct) =>
        cluster.Reach.AskedAsync(() => AskAsync(cluster), ct);

    private static async Task<List<Tenant>> AskAsync(Cluster cluster)
    {
        await using var command = cluster.Pool.CreateCommand("""
            SELECT id, slug, name_vi, name_en, kind, coalesce(letterhead::text, settings ->> 'letterhead'), letterhead IS NOT NULL, hue,
                version, second_factor, four_eyes, cluster, closed_at
            FROM tenant ORDER BY position
            """);
        command.CommandTimeout = ConnectionLimits.GivenUpAfterSeconds;
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<Tenant>();
        while (await rows.ReadAsync())
            found.Add(TenantOf(rows));
        return found;
    }

    private static Tenant TenantOf(NpgsqlDataReader row)
    {
        var name = new Bilingual(row.GetString(2), row.GetString(3));
        return new(row.GetGuid(0), row.GetString(1), name, row.GetString(4))
        {
            Letterhead = Letterhead.Read(row.IsDBNull(5) ? null : row.GetString(5), name),
            HasOwnTexts = row.GetBoolean(6),
            Hue = row.IsDBNull(7) ? null : row.GetString(7),
            Version = row.GetInt32(8),
            SecondFactorFor = row.GetFieldValue<string[]>(9),
            FourEyes = [.. row.GetFieldValue<string[]>(10).Select(word => Enum.Parse<FourEyes>(word, ignoreCase: true))],
            Cluster = row.IsDBNull(11) ? null : row.GetString(11),
            ClosedAt = row.IsDBNull(12) ? null : row.GetFieldValue<DateTimeOffset>(12),
        };
    }
}
