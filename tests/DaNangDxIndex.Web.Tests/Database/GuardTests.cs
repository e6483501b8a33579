using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Database;

/// <summary>Reads the catalogue: whatever table, key, view or function is added, it is held to the same guard between tenants.</summary>
public sealed class GuardTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>A standby has no numbers of an unlogged sequence to go on with.</summary>
    [Fact]
    public async Task No_sequence_is_lost_with_the_machine_of_the_primary() => (await TestApp.ListAsync(
        app.Superuser, "SELECT relname FROM pg_class WHERE relkind = 'S' AND relpersistence = 'u'")).ShouldBeEmpty();

    [Fact]
    public async Task There_are_tables_to_look_at() =>
        (await OffendersAsync($"SELECT relname FROM ({Catalogue.Guarded}) g")).Count.ShouldBeGreaterThan(10);

    [Fact]
    public Task Every_table_has_row_security_enabled_and_forced() => NoneAsync($"""
        SELECT c.relname FROM ({Catalogue.Guarded}) g JOIN pg_class c ON c.oid = g.oid WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)
        """);

    [Fact]
    public Task Every_table_has_policies_for_all_commands_and_none_that_says_anything_else() => NoneAsync($"""
        SELECT g.relname FROM ({Catalogue.Guarded}) g
        WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = g.oid AND p.polcmd = '*' AND p.polpermissive)
           OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = g.oid AND p.polpermissive
                      AND (pg_get_expr(p.polqual, p.polrelid) IS DISTINCT FROM $guard${Catalogue.Guard}$guard$
                        OR pg_get_expr(p.polwithcheck, p.polrelid) IS DISTINCT FROM $guard${Catalogue.Guard}$guard$))
        """);

    /// <summary>What a restrictive policy says only ever takes away: here from a tenant that is on its way to another cluster.</summary>
    [Fact]
    public Task Every_table_of_a_tenant_takes_its_writes_only_where_it_stands() => NoneAsync($"""
        SELECT c.relname || ' ' || kind FROM pg_class c CROSS JOIN unnest(ARRAY['a', 'w', 'd']) AS kind
        WHERE (c.oid IN (SELECT oid FROM ({Catalogue.Guarded}) g) OR c.relname IN ('tenant', 'verification_code')) AND NOT EXISTS (
            SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd = kind::"char"
            AND coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) LIKE '%tenant_takes_writes()%')
        """);

    [Fact]
    public Task Every_primary_key_begins_with_the_tenant_whose_default_is_the_connections() => NoneAsync($"""
        SELECT g.relname FROM ({Catalogue.Guarded}) g
        LEFT JOIN pg_attribute a ON a.attrelid = g.oid AND a.attname = 'tenant_id'
        LEFT JOIN pg_attrdef d ON d.adrelid = g.oid AND d.adnum = a.attnum
        LEFT JOIN pg_constraint k ON k.conrelid = g.oid AND k.contype = 'p'
        WHERE a.attnum IS NULL OR NOT a.attnotnull OR k.conkey[1] IS DISTINCT FROM a.attnum
           OR pg_get_expr(d.adbin, d.adrelid) IS DISTINCT FROM '(NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid'
        """);

    [Fact]
    public Task Every_unique_index_begins_with_the_tenant() => NoneAsync($"""
        SELECT i.indexrelid::regclass FROM ({Catalogue.Guarded}) g JOIN pg_index i ON i.indrelid = g.oid
        JOIN pg_attribute a ON a.attrelid = g.oid AND a.attname = 'tenant_id' WHERE i.indisunique AND i.indkey[0] <> a.attnum
        """);

    [Fact]
    public Task Every_foreign_key_to_a_guarded_table_carries_the_tenant_on_both_sides() => NoneAsync($"""
        SELECT k.conrelid::regclass || '.' || k.conname FROM pg_constraint k
        JOIN ({Catalogue.Guarded}) target ON target.oid = k.confrelid
        WHERE k.contype = 'f' AND NOT EXISTS (
            SELECT FROM unnest(k.conkey, k.confkey) AS pair (here, there)
            JOIN pg_attribute h ON h.attrelid = k.conrelid AND h.attnum = pair.here AND h.attname = 'tenant_id'
            JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = pair.there AND t.attname = 'tenant_id')
        """);

    [Fact]
    public Task Every_table_points_to_its_tenant() => NoneAsync($"""
        SELECT g.relname FROM ({Catalogue.Guarded}) g WHERE NOT EXISTS (
            SELECT FROM pg_constraint k WHERE k.conrelid = g.oid AND k.contype = 'f' AND k.confrelid = 'tenant'::regclass)
        """);

    [Fact]
    public Task Views_look_with_the_eyes_of_who_asks_and_none_is_materialised() => NoneAsync("""
        SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND (relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'] OR reloptions @> ARRAY['security_invoker=on'], false)))
        """);

    [Fact]
    public Task Functions_have_a_fixed_search_path_and_those_of_the_owner_are_not_for_everybody() => NoneAsync("""
        SELECT p.oid::regprocedure FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        AND (NOT EXISTS (SELECT FROM unnest(p.proconfig) AS setting WHERE setting LIKE 'search_path=%')
          OR (p.prosecdef AND has_function_privilege('public', p.oid, 'EXECUTE')))
        """);

    [Fact]
    public Task The_application_role_is_nobody_and_owns_nothing() => NoneAsync("""
        SELECT rolname FROM pg_roles r WHERE rolname = 'dx_app'
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
          OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) OR pg_has_role(r.oid, 'dx_reader', 'USAGE')
          OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid AND m.roleid <> 'dx_reader'::regrole)
          OR has_schema_privilege(r.oid, 'public', 'CREATE') OR has_database_privilege(r.oid, current_database(), 'CREATE'))
        """);

    [Fact]
    public Task The_application_role_may_not_empty_refer_to_or_hang_triggers_on_any_table() => NoneAsync("""
        SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
        AND has_table_privilege('dx_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')
        """);

    [Fact]
    public Task The_owner_migrates_without_being_a_superuser() => NoneAsync("""
        SELECT rolname FROM pg_roles WHERE rolname = 'dx_owner' AND (rolsuper OR NOT rolbypassrls)
        UNION ALL SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'S') AND relowner <> 'dx_owner'::regrole
        """);

    private async Task NoneAsync(string sql) => (await OffendersAsync(sql)).ShouldBeEmpty();

    private Task<List<string>> OffendersAsync(string sql) => TestApp.ListAsync(app.Superuser, sql);
}
