using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>
/// A backup is taken by a role that sees every row and changes none. One that row security binds would leave rows out,
/// and one that may write is not needed.
/// </summary>
internal static class BackupRole
{
    private const string WhatIsWrong = """
        SELECT concat_ws(', ',
            CASE WHEN r.rolsuper THEN 'is a superuser' END,
            CASE WHEN NOT r.rolbypassrls THEN 'does not see all rows (BYPASSRLS)' END,
            CASE WHEN NOT pg_has_role(r.oid, 'pg_read_all_data', 'USAGE') THEN 'may not read all tables (pg_read_all_data)' END,
            CASE WHEN r.rolcreaterole OR r.rolcreatedb THEN 'may create roles or databases' END,
            CASE WHEN EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                AND has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')) THEN 'may change rows' END)
        FROM pg_roles r WHERE r.rolname = current_user
        """;

    /// <exception cref="BackupRefusal"/>
    public static async Task MustSeeAllAndChangeNothingAsync(NpgsqlConnection connection, Cluster cluster, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(WhatIsWrong, connection);
        if (await command.ExecuteScalarAsync(ct) is string { Length: > 0 } wrong)
            throw BackupRefusal.Role(cluster.Setting("DxBackup"), wrong);
    }
}
