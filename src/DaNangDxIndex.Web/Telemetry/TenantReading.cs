using DaNangDxIndex.Database;

namespace DaNangDxIndex.Telemetry;

/// <summary>How it stands in one tenant, as its office would ask.</summary>
/// <param name="Assessments">Of the years that are neither published nor imported.</param>
/// <param name="OldestLetter">Since when the oldest letter waits that has neither left nor been given up.</param>
/// <param name="OldestScan">Since when the oldest file waits for the scanner.</param>
/// <param name="Undelivered">Letters of the last day that were given up, or of which nobody knows whether they left.</param>
internal sealed record TenantReading(
    string Tenant, IReadOnlyList<TenantReading.Assessed> Assessments, DateTimeOffset? OldestLetter, DateTimeOffset? OldestScan,
    long Undelivered)
{
    private const string ByState = """
        SELECT a.year, a.state, count(*) FROM assessment a JOIN edition e USING (tenant_id, year)
        WHERE e.stage NOT IN ('published', 'imported') GROUP BY a.year, a.state
        """;

    private const string Letters = """
        SELECT min(written_at) FILTER (WHERE state IN ('waiting', 'underway')),
            count(*) FILTER (WHERE state IN ('givenUp', 'unknown') AND written_at > $1)
        FROM letter WHERE state <> 'sent'
        """;

    private const string Scans = "SELECT min(stored_at) FROM stored_file WHERE scan = 'unscanned'";

    public static async Task<TenantReading> ReadAsync(DxIndexDb db, string tenant, DateTimeOffset now, CancellationToken ct)
    {
        var asked = new OneRoundTrip(db);
        var assessments = asked.Each(ByState, row => new Assessed(row.GetInt32(0), row.GetString(1), row.GetInt64(2)));
        var letters = asked.Each(Letters, row => (Since: Moment(row, 0), Undelivered: row.GetInt64(1)), now.AddDays(-1));
        var scans = asked.Each(Scans, row => Moment(row, 0));
        await asked.SendAsync(ct);
        return new(tenant, assessments, letters[0].Since, scans[0], letters[0].Undelivered);
    }

    private static DateTimeOffset? Moment(Npgsql.NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    internal readonly record struct Assessed(int Year, string State, long Count);
}
