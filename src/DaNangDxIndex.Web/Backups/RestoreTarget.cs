using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>A backup goes into a database that its owner has just made, on a server that can read it.</summary>
internal static class RestoreTarget
{
    private const string State = """
        SELECT d.datdba = r.oid AND r.rolbypassrls AND NOT r.rolsuper,
            (SELECT count(*) FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f'))
        FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()
        """;

    /// <exception cref="BackupRefusal"/>
    public static async Task MustBeEmptyAsync(NpgsqlConnection owner, BackupManifest manifest, CancellationToken ct)
    {
        if (owner.PostgreSqlVersion.Major < manifest.Postgres)
            throw BackupRefusal.OlderServer(manifest.Postgres, owner.PostgreSqlVersion.Major);
        await using var command = new NpgsqlCommand(State, owner);
        await using var state = await command.ExecuteReaderAsync(ct);
        await state.ReadAsync(ct);
        if (!state.GetBoolean(0))
            throw BackupRefusal.NotTheOwner();
        if (state.GetInt64(1) is > 0 and var tables)
            throw BackupRefusal.NotEmpty(tables);
    }
}
