using System.Globalization;
using DaNangDxIndex.Database;
using DaNangDxIndex.Text;
using Npgsql;

namespace DaNangDxIndex.Demo;

/// <summary>
/// Lets the next deadline of a demo edition pass: nobody waits until the end of December to see what comes after it. The first call ends entry, a later
/// one the extension that ends next. Only in tenants of the demonstration.
/// </summary>
internal static class DemoClock
{
    public const string Usage = "dx demo advance SLUG YEAR                              lets the next deadline of a demo edition pass";

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

    public static async Task<int?> RunAsync(IServiceProvider services, string[] words)
    {
        if (words is not ["demo", "advance", var slug, var digits] || !int.TryParse(digits, CultureInfo.InvariantCulture, out var year))
            return null;
        var owner = services.GetRequiredService<DatabaseAddresses>().Owner ?? throw new InvalidOperationException("The private database has an owner.");
        await using var dataSource = new NpgsqlDataSourceBuilder(owner).Build();
        if (await AdvanceAsync(dataSource, slug, year, CancellationToken.None) is { } passed)
        {
            await Console.Out.WriteLineAsync($"{slug} {year}: the deadline of {VietNamTime.Deadline(passed, "en")} has passed.");
            return 0;
        }
        await Console.Error.WriteLineAsync($"No deadline lies ahead in edition {year} of {slug}, or it is no demo.");
        return 2;
    }

    /// <returns>The deadline that has passed now; null where none lay ahead, or there is no such edition in a demo tenant.</returns>
    public static async Task<DateTimeOffset?> AdvanceAsync(NpgsqlDataSource owner, string slug, int year, CancellationToken ct)
    {
        await using var command = owner.CreateCommand(Advance);
        command.Parameters.Add(new() { Value = slug });
        command.Parameters.Add(new() { Value = year });
        return await command.ExecuteScalarAsync(ct) is DateTime ends ? new DateTimeOffset(ends, TimeSpan.Zero) : null;
    }
}
