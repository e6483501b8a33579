using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>The guard between tenants binds only a role that owns nothing and cannot pass row security, so no other may serve.</summary>
internal static class ApplicationRole
{
    private const string WhatIsWrong = """
        SELECT concat_ws(', ',
            CASE WHEN r.rolsuper THEN 'is a superuser' END,
            CASE WHEN r.rolbypassrls THEN 'bypasses row level security' END,
            CASE WHEN r.rolcreaterole OR r.rolcreatedb THEN 'may create roles or databases' END,
            CASE WHEN EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
                 THEN 'owns tables or is a member of their owner' END,
            CASE WHEN has_schema_privilege(r.oid, 'public', 'CREATE') THEN 'may create tables' END,
            CASE WHEN reader.oid IS NULL OR NOT pg_has_role(r.oid, reader.oid, 'MEMBER') THEN 'may not become dx_reader' END,
            CASE WHEN pg_has_role(r.oid, reader.oid, 'USAGE') THEN 'has the bounds of dx_reader at all times' END)
        FROM pg_roles r LEFT JOIN pg_roles reader ON reader.rolname = 'dx_reader' WHERE r.rolname = current_user
        """;

    public static async Task MustBeHarmlessAsync(NpgsqlDataSource dataSource, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(WhatIsWrong);
        if (await command.ExecuteScalarAsync(ct) is string { Length: > 0 } wrong)
        {
            throw new CannotStart(
                $"The role in ConnectionStrings__Dx {wrong}. Use the application's own role, as Roles.sql makes it "
                + "(see docs/operations.md).");
        }
    }
}
