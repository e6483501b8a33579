using System.Diagnostics;
using System.Globalization;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace DaNangDxIndex.Measured.Country;

/// <summary>
/// All figures of the country by one COPY into the table they live in, in the order of its key. Foreign keys are not asked row by row:
/// they are checked once, when everything is there, which is what costs least. Beside it the same COPY into a table that has the key alone.
/// </summary>
internal sealed class CountryFigures(string superuser, IReadOnlyList<Tenant> tenants)
{
    private static readonly string[] Figures = [.. MeasuredCriteria.Figures(WholeCountry.Components).Order(StringComparer.Ordinal)];

    private static readonly string[] Codes = [.. WholeCountry.Codes.Order(StringComparer.Ordinal)];

    public async Task PrintAsync()
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await WholeCountry.ExecuteAsync(connection,
            "CREATE TABLE bare_figure (LIKE figure_entry, PRIMARY KEY (tenant_id, year, agency, figure))");
        var bare = await TimedAsync(() => CopyAsync(connection, "bare_figure"));
        await WholeCountry.ExecuteAsync(connection, "DROP TABLE bare_figure");
        await WholeCountry.ExecuteAsync(connection, "CHECKPOINT");
        var loaded = await TimedAsync(async () =>
        {
            await WholeCountry.ExecuteAsync(connection, "SET session_replication_role = replica");
            var rows = await CopyAsync(connection, "figure_entry");
            await WholeCountry.ExecuteAsync(connection, "SET session_replication_role = origin");
            (await OrphansAsync()).ShouldBe(0);
            return rows;
        });
        var analysed = await TimedAsync(async () =>
        {
            await WholeCountry.ExecuteAsync(connection, "VACUUM ANALYZE");
            return 0UL;
        });
        var size = await TestApp.AskAsync<string>(superuser, "SELECT pg_size_pretty(pg_database_size(current_database()))");
        Console.WriteLine($"| {loaded.Rows:N0} figures | by the clock, s |\n|---|---|");
        Console.WriteLine($"| bare COPY into a table with the key alone | {bare.Seconds:0.0} |");
        Console.WriteLine($"| COPY into the product's table, references checked | {loaded.Seconds:0.0} |");
        Console.WriteLine($"| times the bare COPY | {loaded.Seconds / bare.Seconds:0.00} |");
        Console.WriteLine($"| VACUUM ANALYZE afterwards | {analysed.Seconds:0.0} |\n\nThe database then: {size}.\n");
    }

    private async Task<ulong> CopyAsync(NpgsqlConnection connection, string table)
    {
        await using var rows = await connection.BeginBinaryImportAsync($"""
            COPY {table} (tenant_id, year, agency, figure, declared, declared_at, accepted, accepted_at, version, provenance)
            FROM STDIN (FORMAT binary)
            """);
        // As the database orders keys of this kind, so that the index grows at its end.
        foreach (var tenant in tenants.OrderBy(tenant => tenant.Id.ToString(), StringComparer.Ordinal))
            for (var year = WholeCountry.FirstYear; year <= WholeCountry.LastYear; year++)
                Write(rows, tenant.Id, year);
        return await rows.CompleteAsync();
    }

    private static void Write(NpgsqlBinaryImporter rows, Guid tenant, int year)
    {
        var at = new DateTime(year, 12, 20, 2, 0, 0, DateTimeKind.Utc);
        var random = new Random(year);
        foreach (var agency in Codes)
        {
            var better = random.Next(0, 50);
            foreach (var figure in Figures)
            {
                var value = figure[0] == 'w' ? "100" : (better + random.Next(0, 51)).ToString(CultureInfo.InvariantCulture);
                rows.StartRow();
                rows.Write(tenant, NpgsqlDbType.Uuid);
                rows.Write(year, NpgsqlDbType.Integer);
                rows.Write(agency, NpgsqlDbType.Text);
                rows.Write(figure, NpgsqlDbType.Text);
                rows.Write(value, NpgsqlDbType.Text);
                rows.Write(at, NpgsqlDbType.TimestampTz);
                if (year == WholeCountry.LastYear)
                {
                    rows.WriteNull();
                    rows.WriteNull();
                }
                else
                {
                    rows.Write(value, NpgsqlDbType.Text);
                    rows.Write(at, NpgsqlDbType.TimestampTz);
                }
                rows.Write(1, NpgsqlDbType.Integer);
                rows.Write("agency", NpgsqlDbType.Text);
            }
        }
    }

    private Task<long> OrphansAsync() => TestApp.AskAsync<long>(superuser, """
        SELECT count(*) FROM (SELECT DISTINCT tenant_id, year, agency FROM figure_entry) AS entered
        WHERE NOT EXISTS (SELECT FROM assessment
            WHERE (assessment.tenant_id, assessment.year, assessment.agency) = (entered.tenant_id, entered.year, entered.agency))
        """);

    private static async Task<(ulong Rows, double Seconds)> TimedAsync(Func<Task<ulong>> act)
    {
        var clock = Stopwatch.StartNew();
        var rows = await act();
        return (rows, clock.Elapsed.TotalSeconds);
    }
}
