using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Database;

/// <summary>
/// Every key begins with the tenant, so that the tables can be spread over the nodes of Citus by it and a tenant can be moved alone: what
/// belongs to one tenant is found by the first column of its key, and nothing of it refers to another's. See docs/operations.md.
/// </summary>
public sealed class TenantFirstTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>Tables whose keys do not, and why each need not. On Citus they are on every node, or only on the coordinator.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["backup_taken"] = "of the whole cluster",
        ["data_protection_key"] = "seals cookies of all tenants; only the home cluster's counts",
        ["migration_history"] = "of the whole cluster",
        ["tenant"] = "what all of them refer to",
        ["verification_code"] = "leads from a printed code to its tenant, before anybody knows which",
    };

    [Fact]
    public async Task Every_primary_and_unique_key_begins_with_the_tenant_but_for_those_named() => (await TestApp.ListAsync(
        app.Superuser, $"""
        SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND (i.indisunique OR i.indisexclusion)
        AND c.relname NOT IN ({Named}) AND NOT EXISTS (
            SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = i.indkey[0] AND a.attname = 'tenant_id')
        """)).ShouldBeEmpty();

    [Fact]
    public async Task Every_table_has_a_primary_key() => (await TestApp.ListAsync(app.Superuser, """
        SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = c.oid AND contype = 'p')
        """)).ShouldBeEmpty();

    [Fact]
    public async Task Every_foreign_key_begins_with_the_tenant_on_both_sides() => (await TestApp.ListAsync(app.Superuser, """
        SELECT k.conrelid::regclass || '.' || k.conname FROM pg_constraint k
        JOIN pg_attribute here ON here.attrelid = k.conrelid AND here.attnum = k.conkey[1]
        JOIN pg_attribute there ON there.attrelid = k.confrelid AND there.attnum = k.confkey[1]
        WHERE k.contype = 'f' AND NOT (here.attname = 'tenant_id'
            AND there.attname = CASE WHEN k.confrelid = 'tenant'::regclass THEN 'id' ELSE 'tenant_id' END)
        """)).ShouldBeEmpty();

    [Fact]
    public async Task What_is_named_as_another_is_there_and_is_another() => (await TestApp.ListAsync(app.Superuser, """
        SELECT DISTINCT c.relname FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u')
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname <> 'tenant_id' ORDER BY 1
        """)).ShouldBe(Others.Keys.Order(StringComparer.Ordinal));

    private static string Named => string.Join(", ", Others.Keys.Select(table => $"'{table}'"));
}
