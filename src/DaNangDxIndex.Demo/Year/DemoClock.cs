using Npgsql;

namespace DaNangDxIndex.Demo;

/// <summary>
/// Lets the next deadline of a demo edition pass: nobody waits until the end of December to see what comes after it. The first call ends
/// entry, a later one the extension that ends next; the last day of what was given back passes with the deadline of its day. Only in
/// tenants of the demonstration.
/// </summary>
internal static class DemoClock
{
    private const string Advance = """
        WITH demo AS (SELECT id FROM tenant WHERE slug = $1 AND settings ? 'demo'),
        deadlines AS (
            SELECT entry_closes_at AS ends FROM edition WHERE tenant_id IN (SELECT id FROM demo) AND year = $2
            UNION ALL SELECT extended_to FROM assessment WHERE tenant_id IN (SELECT id FROM demo) AND year = $2),
        next AS (SELECT min(ends) AS ends FROM deadlines WHERE ends > now()),
        own AS (
            UPDATE assessment SET
                extended_to = CASE WHEN extended_to = next.ends THEN now() ELSE extended_to END,
                completes_by = CASE WHEN completes_by < next.ends + interval '1 day' THEN least(completes_by, now()) ELSE completes_by END
            FROM next
            WHERE tenant_id IN (SELECT id FROM demo) AND year = $2 AND (extended_to = next.ends OR completes_by < next.ends + interval '1 day')),
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
