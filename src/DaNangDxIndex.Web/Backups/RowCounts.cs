using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>How many rows every table has for every tenant, as a role sees them that row security does not bind.</summary>
internal static class RowCounts
{
    private const string Tables = """
        SELECT c.relname, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        ORDER BY c.relname COLLATE "C"
        """;

    public static async Task<SortedDictionary<string, SortedDictionary<string, long>>> ReadAsync(
        NpgsqlConnection connection, CancellationToken ct)
    {
        var counts = new SortedDictionary<string, SortedDictionary<string, long>>(StringComparer.Ordinal);
        foreach (var (table, ofTenants) in await TablesAsync(connection, ct))
            counts[table] = await CountAsync(connection, table, ofTenants, ct);
        return counts;
    }

    /// <summary>"table, tenant: 12 instead of 13", of every pair that differs.</summary>
    public static IEnumerable<string> Differences(
        SortedDictionary<string, SortedDictionary<string, long>> expected,
        SortedDictionary<string, SortedDictionary<string, long>> found) =>
        from table in expected.Keys.Union(found.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let before = expected.GetValueOrDefault(table) ?? []
        let after = found.GetValueOrDefault(table) ?? []
        from tenant in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let was = before.GetValueOrDefault(tenant)
        let now = after.GetValueOrDefault(tenant)
        where was != now
        select $"{table} {tenant}: {now} ≠ {was}";

    private static async Task<List<(string Name, bool OfTenants)>> TablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Tables, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(ct);
        var tables = new List<(string, bool)>();
        while (await rows.ReadAsync(ct))
            tables.Add((rows.GetString(0), rows.GetBoolean(1)));
        return tables;
    }

    private static async Task<SortedDictionary<string, long>> CountAsync(
        NpgsqlConnection connection, string table, bool ofTenants, CancellationToken ct)
    {
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(table);
        var sql = ofTenants
            ? $"SELECT tenant_id::text, count(*) FROM public.{name} GROUP BY tenant_id"
            : $"SELECT '', count(*) FROM public.{name}";
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(ct);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct))
            counts[rows.GetString(0)] = rows.GetInt64(1);
        return counts;
    }
}
