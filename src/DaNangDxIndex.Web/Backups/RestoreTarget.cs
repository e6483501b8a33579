using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>A backup goes into a database that its owner has just made, on a server that can read it.</summary>
internal static class RestoreTarget
{
    private const string State = """
        SELECT d.datdba = r.oid AND r.rolbypassrls AND NOT r.rolsuper,
            (SELECT count(*) FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')),
            EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_reader')
        FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()
        """;

    /// <summary>Which database of which running server: two addresses that answer alike are the same.</summary>
    private const string Which = """
        SELECT oid::text || ' ' || pg_postmaster_start_time()::text FROM pg_database WHERE datname = current_database()
        """;

    /// <summary>What the owner restores, the application verifies: in another database it would say nothing of this one.</summary>
    /// <exception cref="BackupRefusal"/>
    public static async Task MustBeWhatIsServedAsync(Cluster target, CancellationToken ct)
    {
        if (target.Addresses.Owner is { } owner && await WhichAsync(owner, ct) != await WhichAsync(target.Addresses.Application, ct))
            throw BackupRefusal.OtherDatabase(target.Setting("Dx"), target.Setting("DxOwner"));
    }

    private static async Task<string?> WhichAsync(string address, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(Which, connection);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <exception cref="BackupRefusal"/>
    public static async Task MustBeEmptyAsync(
        NpgsqlConnection owner, Cluster target, BackupManifest manifest, CancellationToken ct)
    {
        if (manifest.Cluster is { } its && its != target.Name)
            throw BackupRefusal.OtherCluster(its, target.Name);
        if (owner.PostgreSqlVersion.Major < manifest.Postgres)
            throw BackupRefusal.OlderServer(manifest.Postgres, owner.PostgreSqlVersion.Major);
        await using var command = new NpgsqlCommand(State, owner);
        await using var state = await command.ExecuteReaderAsync(ct);
        await state.ReadAsync(ct);
        if (!state.GetBoolean(0))
            throw BackupRefusal.NotTheOwner(target.Setting("DxOwner"));
        if (!state.GetBoolean(2))
            throw BackupRefusal.NoReader();
        if (state.GetInt64(1) is > 0 and var tables)
            throw BackupRefusal.NotEmpty(tables);
    }
}
