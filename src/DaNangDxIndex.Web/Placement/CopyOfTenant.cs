using System.Data;

namespace DaNangDxIndex.Placement;

/// <summary>
/// All rows of a tenant that takes no writes, from one place to another in one transaction, compared row by row before it is kept. Triggers
/// do not run: the trail keeps its numbers and hashes, and whatever a trigger forbids is no change here.
/// </summary>
internal sealed class CopyOfTenant(OwnedPlace from, OwnedPlace to, Guid tenant)
{
    /// <summary>What is not the tenant's own but the place's.</summary>
    private const string ColumnsOfTenant = """
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = 'public.tenant'::regclass AND attnum > 0 AND NOT attisdropped
            AND attname NOT IN ('id', 'slug', 'position', 'cluster', 'closed_at')
        """;

    private const string Counters = """
        SELECT format('SELECT setval(%1$L, greatest(max(%2$I), (SELECT last_value FROM %1$s))) FROM public.%3$I HAVING count(*) > 0',
            sequence, attname, relname)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> ''
        CROSS JOIN LATERAL pg_get_serial_sequence(format('public.%I', relname), attname) AS sequence
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'tenant'
        """;

    /// <param name="Tables">That have rows of this tenant.</param>
    public sealed record Outcome(int Tables, long Rows);

    /// <exception cref="MoveRefusal">What came differs from what is there; nothing was kept.</exception>
    public async Task<Outcome> MakeAsync(CancellationToken ct)
    {
        await using var reading = await from.Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var writing = await to.Connection.BeginTransactionAsync(ct);
        await to.ExecuteAsync("SET LOCAL session_replication_role = replica", ct);
        await CopyTenantAsync(ct);
        foreach (var table in from.Tables)
            await table.CopyAsync(from.Connection, to.Connection, tenant, ct);
        foreach (var counter in await to.ListAsync(Counters, ct))
            await to.ExecuteAsync(counter, ct);
        var outcome = await CompareAsync(ct);
        await writing.CommitAsync(ct);
        // What has just come by the million is unknown to the planner until somebody counts it.
        foreach (var table in to.Tables)
            await to.ExecuteAsync($"ANALYZE public.{table.Name}", ct);
        return outcome;
    }

    /// <summary>Its texts and settings; it comes closed.</summary>
    private async Task CopyTenantAsync(CancellationToken ct)
    {
        var columns = await from.AskAsync<string>(ColumnsOfTenant, ct) ?? "";
        var row = await from.AskAsync<string>("SELECT to_jsonb(t)::text FROM tenant t WHERE id = $1", ct, tenant) ?? "{}";
        await to.ExecuteAsync(await to.KnowsAsync(tenant, ct)
            ? $"UPDATE tenant SET ({columns}) = (SELECT {columns} FROM jsonb_populate_record(NULL::tenant, $1::jsonb)) WHERE id = $2"
            : $"""
                INSERT INTO tenant (id, slug, closed_at, {columns})
                SELECT id, slug, closed_at, {columns} FROM jsonb_populate_record(NULL::tenant, $1::jsonb) WHERE id = $2
                """, ct, row, tenant);
    }

    private async Task<Outcome> CompareAsync(CancellationToken ct)
    {
        var (faults, tables, rows) = (new List<string>(), 0, 0L);
        foreach (var table in from.Tables)
        {
            // Two servers, each at its own pace.
            var (was, came) = (table.ReadAsync(from.Connection, tenant, ct), table.ReadAsync(to.Connection, tenant, ct));
            await Task.WhenAll(was, came);
            if (await was != await came)
                faults.Add($"{table.Name}: {(await came).Rows} ≠ {(await was).Rows}, {(await came).Digest} ≠ {(await was).Digest}");
            tables += (await was).Rows > 0 ? 1 : 0;
            rows += (await was).Rows;
        }
        return faults.Count == 0 ? new(tables, rows) : throw MoveRefusal.Differs(faults);
    }
}
