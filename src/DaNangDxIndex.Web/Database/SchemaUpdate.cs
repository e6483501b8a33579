using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// Brings the schema up to date as the owner: runs every SQL file of Migrations that the database has not had, in the order
/// of their names. Any number of processes may ask at once; one does the work, the others wait.
/// </summary>
public sealed class SchemaUpdate(string ownerConnection) : IAsyncDisposable
{
    private const long Turn = 0x6478_696e_6465_78; // "dxindex"

    private const string History = """
        CREATE TABLE IF NOT EXISTS migration_history (
            "MigrationId" varchar(150) NOT NULL CONSTRAINT pk_migration_history PRIMARY KEY,
            "ProductVersion" varchar(32) NOT NULL)
        """;

    private readonly NpgsqlDataSource _dataSource = Clusters.PoolOf(ownerConnection, "dx-migrates");

    /// <param name="alsoInTurn">What else only one process may do, such as loading demo data.</param>
    public async Task RunAsync(Func<Task> alsoInTurn, CancellationToken ct)
    {
        await using var turn = await _dataSource.OpenConnectionAsync(ct);
        await ExecuteAsync(turn, "SELECT pg_advisory_lock($1)", ct, Turn);
        await ExecuteAsync(turn, History, ct);
        foreach (var name in EmbeddedSql.MigrationNames.Except(await DoneAsync(turn, ct), StringComparer.Ordinal))
            await MigrateAsync(turn, name, ct);
        await alsoInTurn();
        await ExecuteAsync(turn, "SELECT pg_advisory_unlock($1)", ct, Turn);
    }

    public Task RunAsync(CancellationToken ct) => RunAsync(() => Task.CompletedTask, ct);

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    internal static async Task<List<string>> DoneAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""SELECT "MigrationId" FROM migration_history""", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var done = new List<string>();
        while (await rows.ReadAsync(ct))
            done.Add(rows.GetString(0));
        return done;
    }

    /// <summary>The file and its line in the history in one transaction: a file that fails half-way has not run at all.</summary>
    private static async Task MigrateAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await ExecuteAsync(connection, EmbeddedSql.Migration(name), ct);
        }
        catch (PostgresException failed)
        {
            throw new CannotStart($"The migration {name} failed and left nothing behind: {failed.MessageText}", failed);
        }
        await ExecuteAsync(connection, "INSERT INTO migration_history VALUES ($1, $2)", ct, name, Version);
        await transaction.CommitAsync(ct);
    }

    private static string Version => typeof(SchemaUpdate).Assembly.GetName().Version?.ToString() ?? "";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
