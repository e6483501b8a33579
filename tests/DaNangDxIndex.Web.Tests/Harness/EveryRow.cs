namespace DaNangDxIndex.Harness;

/// <summary>What a database holds, to be compared before and after, or here and there.</summary>
internal static class EveryRow
{
    /// <summary>A digest of all rows to each table.</summary>
    /// <param name="address">Of a role that sees them all.</param>
    public static async Task<SortedDictionary<string, string?>> DigestsAsync(string address)
    {
        var digests = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var table in await TestApp.ListAsync(
            address, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"))
        {
            digests[table] = await TestApp.AskAsync<string>(address, $"""
                SET TIME ZONE 'UTC';
                SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text COLLATE "C"), '')) FROM "{table}" t
                """);
        }
        return digests;
    }
}
