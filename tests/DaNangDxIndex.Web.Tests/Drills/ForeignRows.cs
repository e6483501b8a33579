using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Drills;

/// <summary>What another tenant's rows are, to be compared before and after.</summary>
internal static class ForeignRows
{
    /// <summary>Of every row of that tenant's.</summary>
    public static async Task<string> DigestAsync(TestApp app, string tenant)
    {
        var digests = new List<string>();
        foreach (var table in await TestApp.ListAsync(app.Superuser, """
            SELECT DISTINCT table_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'public' AND column_name = 'tenant_id' AND table_type = 'BASE TABLE' ORDER BY 1
            """))
        {
            digests.Add(table + await TestApp.AskAsync<string>(app.Superuser, $"""
                SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM "{table}" t
                WHERE tenant_id = (SELECT id FROM tenant WHERE slug = '{tenant}')
                """));
        }
        return string.Join('\n', digests);
    }
}
