using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>Brings the schema up to date as the owner. Any number of processes may ask at once; one works, the others wait.</summary>
public sealed class SchemaUpdate(string ownerConnection) : IAsyncDisposable
{
    private const long Turn = 0x6478_696e_6465_78; // "dxindex"
    private readonly NpgsqlDataSource _dataSource = new NpgsqlDataSourceBuilder(ownerConnection).Build();

    /// <param name="alsoInTurn">What else only one process may do, such as loading demo data.</param>
    public async Task RunAsync(Func<Task> alsoInTurn, CancellationToken ct)
    {
        await using var turn = await _dataSource.OpenConnectionAsync(ct);
        await using (var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", turn) { Parameters = { new() { Value = Turn } }, CommandTimeout = 600 })
            await take.ExecuteNonQueryAsync(ct);
        await using var db = new DxIndexDb(Options(_dataSource));
        await db.Database.MigrateAsync(ct);
        await alsoInTurn();
        await using var give = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", turn) { Parameters = { new() { Value = Turn } } };
        await give.ExecuteNonQueryAsync(ct);
    }

    public Task RunAsync(CancellationToken ct) => RunAsync(() => Task.CompletedTask, ct);

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    /// <summary>What both the owner's and the application's context are built with.</summary>
    public static DbContextOptions<DxIndexDb> Options(NpgsqlDataSource dataSource)
    {
        var builder = new DbContextOptionsBuilder<DxIndexDb>();
        Configure(builder, dataSource);
        return builder.Options;
    }

    /// <summary>The SQL files are the one truth of the schema: there is no model snapshot to compare with. A test does that.</summary>
    public static void Configure(DbContextOptionsBuilder builder, NpgsqlDataSource dataSource) => builder
        .UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("migration_history"))
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
