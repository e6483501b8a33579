using System.Diagnostics;
using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Placement;

/// <summary>A cluster as its owner sees it: every row of every tenant, and whether it takes a tenant's writes.</summary>
internal sealed class OwnedPlace : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What is written down of a row reads the same at both places; a long copy waits for nobody's impatience.</summary>
    private const string Session = """
        SET statement_timeout = 0; SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = 0; SET TimeZone = 'UTC';
        SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1; SET bytea_output = 'hex'; SET work_mem = '64MB'
        """;

    private const string IsOwner = """
        SELECT rolbypassrls AND has_parameter_privilege('session_replication_role', 'SET')
            AND (SELECT relowner FROM pg_class WHERE oid = 'public.tenant'::regclass) = r.oid
        FROM pg_roles r WHERE rolname = current_user
        """;

    /// <summary>Which database of which running server: two addresses that answer alike are the same.</summary>
    private const string Which = """
        SELECT oid::text || ' ' || pg_postmaster_start_time()::text FROM pg_database WHERE datname = current_database()
        """;

    /// <summary>Whoever might write: not the backup, which only reads and takes its time, and no process of the server's own.</summary>
    private const string Open = """
        SELECT l.pid || ' ' || l.virtualtransaction FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'virtualxid' AND l.mode = 'ExclusiveLock' AND l.granted AND a.datname = current_database()
            AND a.usesysid IS NOT NULL AND a.usename <> $1 AND l.pid <> pg_backend_pid()
        """;

    private OwnedPlace(Cluster cluster, NpgsqlConnection connection) => (Cluster, Connection) = (cluster, connection);

    public Cluster Cluster { get; }

    public NpgsqlConnection Connection { get; }

    public IReadOnlyList<TenantTable> Tables { get; private set; } = [];

    /// <exception cref="MoveRefusal"/>
    public static async Task<OwnedPlace> OpenAsync(Cluster cluster, CancellationToken ct)
    {
        var owner = cluster.Addresses.Owner
            ?? throw MoveRefusal.NoConnection(cluster.Setting("DxOwner"));
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false, ApplicationName = "dx move" }
            .ConnectionString);
        var place = new OwnedPlace(cluster, connection);
        try
        {
            await connection.OpenAsync(ct);
            await place.ExecuteAsync(Session, ct);
            if (!(await SchemaUpdate.DoneAsync(connection, ct)).Order(StringComparer.Ordinal)
                .SequenceEqual(EmbeddedSql.MigrationNames, StringComparer.Ordinal))
                throw MoveRefusal.OtherSchema(cluster.Name);
            if (await place.AskAsync<bool>(IsOwner, ct) is not true)
                throw MoveRefusal.NotTheOwner(cluster.Name);
            place.Tables = await TenantTable.ListAsync(connection, ct);
            return place;
        }
        catch (PostgresException older) when (older.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            await place.DisposeAsync();
            throw MoveRefusal.OtherSchema(cluster.Name);
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    public async Task<string> WhichAsync(CancellationToken ct) => await AskAsync<string>(Which, ct) ?? "";

    /// <summary>False where a tenant is not written down here at all.</summary>
    public async Task<bool> KnowsAsync(Guid tenant, CancellationToken ct) =>
        await AskAsync<bool>("SELECT EXISTS (SELECT FROM tenant WHERE id = $1)", ct, tenant);

    public async Task<bool> IsOpenAsync(Guid tenant, CancellationToken ct) =>
        await AskAsync<bool>("SELECT EXISTS (SELECT FROM tenant WHERE id = $1 AND closed_at IS NULL)", ct, tenant);

    public async Task<bool> HoldsRowsAsync(Guid tenant, CancellationToken ct)
    {
        foreach (var table in Tables)
        {
            if (await table.HoldsAsync(Connection, tenant, ct))
                return true;
        }
        return !Cluster.IsHome && await KnowsAsync(tenant, ct);
    }

    public Task CloseAsync(Guid tenant, CancellationToken ct) =>
        ExecuteAsync("UPDATE tenant SET closed_at = coalesce(closed_at, now()) WHERE id = $1", ct, tenant);

    public Task OpenAsync(Guid tenant, CancellationToken ct) =>
        ExecuteAsync("UPDATE tenant SET closed_at = NULL WHERE id = $1 AND closed_at IS NOT NULL", ct, tenant);

    /// <summary>Until every transaction that had begun before has ended: from then on nothing of a closed tenant changes here.</summary>
    /// <exception cref="MoveRefusal"/>
    public async Task WaitForOpenTransactionsAsync(CancellationToken ct)
    {
        var reader = Cluster.Addresses.Backup is { } backup ? new NpgsqlConnectionStringBuilder(backup).Username : "dx_backup";
        var open = (await ListAsync(Open, ct, reader ?? "")).ToHashSet(StringComparer.Ordinal);
        for (var clock = Stopwatch.StartNew(); open.Count > 0; await Task.Delay(30, ct))
        {
            open.IntersectWith(await ListAsync(Open, ct, reader ?? ""));
            if (open.Count > 0 && clock.Elapsed > Patience)
                throw MoveRefusal.StillWriting(Patience);
        }
    }

    /// <summary>All that the tenant has here, in one transaction; on the home cluster it stays in the list.</summary>
    public async Task RemoveAsync(Guid tenant, CancellationToken ct)
    {
        await using var transaction = await Connection.BeginTransactionAsync(ct);
        // The trail and what is published stay whatever anybody deletes; here nothing is deleted, it stands elsewhere.
        await ExecuteAsync("SET LOCAL session_replication_role = replica", ct);
        foreach (var table in Tables)
            await table.RemoveAsync(Connection, tenant, ct);
        if (!Cluster.IsHome)
            await ExecuteAsync("DELETE FROM tenant WHERE id = $1", ct, tenant);
        await ExecuteAsync("NOTIFY public_change", ct);
        await transaction.CommitAsync(ct);
    }

    public async Task<T?> AskAsync<T>(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(ct) is T value ? value : default;
    }

    public async Task ExecuteAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<List<string>> ListAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var list = new List<string>();
        while (await rows.ReadAsync(ct))
            list.Add(rows.GetString(0));
        return list;
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
