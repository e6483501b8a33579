using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Database;

public sealed partial class MigrationsTests
{
    [Fact]
    public void Files_are_named_by_four_digits_that_no_other_has_and_by_what_they_are_about()
    {
        EmbeddedSql.MigrationNames.ShouldAllBe(name => Name().IsMatch(name));
        EmbeddedSql.MigrationNames.Select(name => name[..4]).ShouldBeUnique();
        EmbeddedSql.MigrationNames[0].ShouldBe("0001_tenant");
    }

    [Fact]
    public async Task What_a_database_has_had_stays_and_what_is_missing_runs_also_where_a_later_one_ran_before()
    {
        var (owner, _) = await MigratedAsync();
        await TestApp.AskAsync<int>(owner, """
            ALTER TABLE account DROP CONSTRAINT account_tenant_id_agency_code_fkey;
            DROP INDEX account_agency;
            DELETE FROM migration_history WHERE "MigrationId" = '0016_account_agency'
            """);
        await using (var update = new SchemaUpdate(owner))
            await update.RunAsync(CancellationToken.None);
        (await TestApp.AskAsync<long>(owner, "SELECT count(*) FROM pg_class WHERE relname = 'account_agency'")).ShouldBe(1);
        (await TestApp.ListAsync(owner, """SELECT "MigrationId" FROM migration_history""")).ShouldBe(
            EmbeddedSql.MigrationNames, ignoreOrder: true);
    }

    [Fact]
    public async Task A_guarded_table_belongs_to_the_tenant_that_writes_and_takes_only_what_was_granted()
    {
        var (owner, application) = await MigratedAsync();
        await TestApp.AskAsync<int>(owner, """
            INSERT INTO tenant (slug, name_vi, name_en, kind) VALUES ('first', 'Một', 'One', 'city'), ('second', 'Hai', 'Two', 'city');
            CREATE TABLE thing (tenant_id uuid, code text, PRIMARY KEY (tenant_id, code));
            SELECT guard_tenant('thing', 'SELECT, INSERT')
            """);
        var tenants = await TestApp.ListAsync(owner, "SELECT id FROM tenant ORDER BY slug");
        var (first, second) = ($"{application};Options=-c app.tenant_id={tenants[0]}",
            $"{application};Options=-c app.tenant_id={tenants[1]}");

        await TestApp.AskAsync<int>(first, "INSERT INTO thing (code) VALUES ('a')");
        (await TestApp.ListAsync(first, "SELECT code FROM thing")).ShouldBe(["a"]);
        (await TestApp.ListAsync(second, "SELECT code FROM thing")).ShouldBeEmpty();
        (await TestApp.ListAsync(application, "SELECT code FROM thing")).ShouldBeEmpty();
        (await RefusalAsync(second, $"INSERT INTO thing VALUES ('{tenants[0]}', 'b')")).ShouldContain("row-level security");
        (await RefusalAsync(first, "DELETE FROM thing")).ShouldContain("permission denied");
    }

    private static async Task<string> RefusalAsync(string connection, string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<int>(connection, sql))).MessageText;

    private static async Task<(string Owner, string Application)> MigratedAsync()
    {
        var (postgres, database) = await TestCluster.EmptyAsync();
        var owner = postgres.Connection("dx_owner", database);
        await using (var update = new SchemaUpdate(owner))
            await update.RunAsync(CancellationToken.None);
        return (owner, postgres.Connection("dx_app", database));
    }

    [GeneratedRegex("^[0-9]{4}(_[a-z0-9]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
