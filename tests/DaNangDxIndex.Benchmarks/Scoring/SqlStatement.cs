using System.Globalization;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database.Embedded;
using Npgsql;
using NpgsqlTypes;

namespace DaNangDxIndex.Scoring;

/// <summary>The same work as one SQL statement in a private PostgreSQL: indexed, analysed, warm, on one core.</summary>
internal sealed class SqlStatement : IAsyncDisposable
{
    private static readonly string Statement = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scoring", "scoring.sql"));

    private readonly LocalPostgres _postgres;
    private readonly NpgsqlConnection _connection;
    private readonly string _folder;

    private SqlStatement(LocalPostgres postgres, NpgsqlConnection connection, string folder) =>
        (_postgres, _connection, _folder) = (postgres, connection, folder);

    public string Version => _connection.ServerVersion;

    public static async Task<SqlStatement> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("dx-benchmark-").FullName;
        var cluster = new LocalPostgres(data, durable: false);
        await cluster.EnsureRunningAsync(CancellationToken.None);
        var opened = new NpgsqlConnection(cluster.Connection("postgres"));
        await opened.OpenAsync();
        var sql = new SqlStatement(cluster, opened, data);
        await sql.DoAsync("""
            set max_parallel_workers_per_gather = 0; set work_mem = '256MB'; set jit = off;
            create table agency (code text primary key);
            create table figure (agency text, figure text, value numeric not null, primary key (agency, figure));
            create table criterion (code text primary key, part_figure text not null, whole_figure text, low numeric, high numeric, steps boolean not null, maximum numeric not null);
            """);
        return sql;
    }

    public async Task LoadAsync(BenchmarkGroup group)
    {
        await DoAsync("truncate agency, figure, criterion");
        foreach (var criterion in group.Set.Criteria)
            await LoadAsync(criterion);
        await using (var agencies = await _connection.BeginBinaryImportAsync("copy agency from stdin binary"))
        {
            foreach (var input in group.Inputs)
            {
                await agencies.StartRowAsync();
                await agencies.WriteAsync(input.Agency, NpgsqlDbType.Text);
            }

            await agencies.CompleteAsync();
        }

        await using (var figures = await _connection.BeginBinaryImportAsync("copy figure from stdin binary"))
        {
            foreach (var input in group.Inputs)
            {
                foreach (var (figure, value) in input.Figures)
                {
                    await figures.StartRowAsync();
                    await figures.WriteAsync(input.Agency, NpgsqlDbType.Text);
                    await figures.WriteAsync(figure, NpgsqlDbType.Text);
                    await figures.WriteAsync(value.Number, NpgsqlDbType.Numeric);
                }
            }

            await figures.CompleteAsync();
        }

        await DoAsync("vacuum analyze");
    }

    /// <summary>Totals in hundredths, by agency code. The statement runs to its last row.</summary>
    public long[] Totals()
    {
        using var command = new NpgsqlCommand(Statement, _connection) { CommandTimeout = 600 };
        using var reader = command.ExecuteReader();
        List<long> totals = [];
        while (reader.Read())
            totals.Add((long)(reader.GetDecimal(1) * 100));
        return [.. totals];
    }

    /// <summary>Processor time of the server's process for this connection, in hundredths of a second (the clock of /proc).</summary>
    public TimeSpan ProcessorTime()
    {
        var fields = File.ReadAllText($"/proc/{_connection.ProcessID}/stat").Split(' ');
        return TimeSpan.FromMilliseconds(
            10 * (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)));
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task LoadAsync(Criterion criterion)
    {
        var of = criterion.Rule is Steps steps ? steps.Of : ((Linear?)criterion.Rule)?.Of
            ?? throw new InvalidOperationException(criterion.Code);
        await using var insert = new NpgsqlCommand("insert into criterion values ($1, $2, $3, $4, $5, $6, $7)", _connection);
        object[] values =
        [
            criterion.Code, of.Sum[0].Figure, of.IsRatio
                ? of.Over[0].Figure
                : DBNull.Value, Number((criterion.Rule as Linear)?.From), Number((criterion.Rule as Linear)?.To),
            criterion.Rule is Steps, Number(criterion.Maximum),
        ];
        foreach (var value in values)
            insert.Parameters.Add(new NpgsqlParameter { Value = value });
        await insert.ExecuteNonQueryAsync();
    }

    private static object Number(Fraction? number) => number is { } known
        ? known.Round(20)
        : DBNull.Value;

    private async Task DoAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
