using Npgsql;

namespace DaNangDxIndex.Demo;

/// <summary>
/// Lets the next deadline of a demo edition pass: nobody waits until the end of December to see what comes after it. The first call ends entry, a later
/// one the extension that ends next. Only in tenants of the demonstration.
/// </summary>
internal static class DemoClock
{
    private const string Advance = """
        WITH demo AS (SELECT id FROM tenant WHERE slug = $1 AND settings ? 'demo'),
        deadlines AS (
            SELECT entry_closes_at AS ends FROM edition WHERE tenant_id IN (SELECT id FROM demo) AND year = $2
            UNION ALL SELECT extended_to FROM assessment WHERE tenant_id IN (SELECT id FROM demo) AND year = $2),
        next AS (SELECT min(ends) AS ends FROM deadlines WHERE ends > now()),
        extensions AS (
            UPDATE assessment SET extended_to = now() FROM next
            WHERE tenant_id IN (SELECT id FROM demo) AND year = $2 AND extended_to = next.ends),
        editions AS (
            UPDATE edition SET entry_closes_at = now() FROM next
            WHERE tenant_id IN (SELECT id FROM demo) AND year = $2 AND entry_closes_at = next.ends)
        SELECT ends FROM next
        """;

    /// <returns>The deadline that has passed now; null where none lay ahead, or there is no such edition in a demo tenant.</returns>
    public static async Task<DateTimeOffset?> AdvanceAsync(NpgsqlDataSource owner, string slug, int year, CancellationToken ct)
    {
        await using var command = owner.CreateCommand(Advance);
        command.Parameters.Add(new() { Value = slug });
        command.Parameters.Add(new() { Value = year });
        return await command.ExecuteScalarAsync(ct) is DateTime ends ? new DateTimeOffset(ends, TimeSpan.Zero) : null;
    }
}
