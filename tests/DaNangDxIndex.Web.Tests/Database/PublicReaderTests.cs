using System.Net;
using System.Security.Cryptography;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// Public answers are asked for under a role that sees only what is public; here its rights are compared with what those answers show.
/// </summary>
public sealed class PublicReaderTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private const string InPreparation = "2031";

    /// <summary>An edition in preparation, with criteria and with somebody who takes part.</summary>
    private const string Prepare = $"""
        DO $$
        BEGIN
            IF EXISTS (SELECT FROM edition WHERE year = {InPreparation}) THEN
                RETURN;
            END IF;
            INSERT INTO edition (tenant_id, year, stage, rounds, in_force_on, illustrative)
                SELECT id, {InPreparation}, 'drafting', 1, '{InPreparation}-12-31', false FROM tenant;
            INSERT INTO edition_group (tenant_id, year, code, position, name_vi, name_en, criteria_file, population, members_vi, members_en)
                SELECT tenant_id, {InPreparation}, code, position, name_vi, name_en, criteria_file, population, members_vi, members_en
                FROM edition_group WHERE year = 2025;
            INSERT INTO assessment (tenant_id, year, agency, "group", ranked, state)
                SELECT tenant_id, {InPreparation}, agency, "group", true, 'entering' FROM assessment WHERE year = 2025;
        END
        $$
        """;

    public Task InitializeAsync() => TestApp.AskAsync<int>(app.Superuser, Prepare);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_public_address_answers_the_same_bytes_as_to_a_role_that_sees_everything()
    {
        var (postgres, database) = await TestCluster.CopyAsync();
        await TestApp.AskAsync<int>(postgres.Connection("postgres", database), Prepare);
        var addresses = await PublicAddresses.ListAsync(app, InPreparation);
        var bounded = await AnswersAsync(postgres.Connection("dx_app", database), addresses);
        bounded.Count(answer => answer.Value.StartsWith("200", StringComparison.Ordinal)).ShouldBeGreaterThan(60);
        bounded.Keys.ShouldContain(address => address.Contains(InPreparation, StringComparison.Ordinal));

        await TestApp.AskAsync<int>(postgres.Connection("postgres", database), """
            GRANT SELECT ON ALL TABLES IN SCHEMA public TO dx_reader;
            DROP POLICY is_public ON edition; DROP POLICY is_public ON edition_group; DROP POLICY is_public ON assessment
            """);

        var unbounded = await AnswersAsync(postgres.Connection("dx_app", database), addresses);
        addresses.Where(address => bounded[address] != unbounded[address]).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_reader_reads_the_tables_that_public_answers_ask_for_and_no_others()
    {
        var readable = await TestApp.ListAsync(app.Superuser, """
            SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
            AND (relkind = 'S' AND has_sequence_privilege('dx_reader', oid, 'SELECT, USAGE')
                OR relkind <> 'S' AND has_any_column_privilege('dx_reader', oid, 'SELECT'))
            """);
        // Which tenant an address and a code belong to is found out before anybody's rows are asked for.
        readable.ShouldBe((await PublicAddresses.TablesAsync(app)).Except(["tenant", "verification_code"]), ignoreOrder: true);
    }

    [Fact]
    public async Task The_reader_changes_nothing_and_signs_in_nowhere() => (await TestApp.ListAsync(app.Superuser, """
        SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
        AND (has_any_column_privilege('dx_reader', oid, 'INSERT, UPDATE, REFERENCES')
            OR has_table_privilege('dx_reader', oid, 'DELETE, TRUNCATE, TRIGGER'))
        UNION ALL SELECT rolname::text FROM pg_roles r WHERE rolname = 'dx_reader' AND (rolcanlogin OR rolsuper OR rolbypassrls
            OR rolcreaterole OR rolcreatedb OR rolreplication OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid)
            OR has_schema_privilege(r.oid, 'public', 'CREATE'))
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("figure_entry")]
    [InlineData("verdict")]
    [InlineData("attachment")]
    [InlineData("piece")]
    [InlineData("account")]
    [InlineData("account_session")]
    [InlineData("access_token")]
    [InlineData("correction_draft")]
    [InlineData("participant")]
    [InlineData("audit_entry")]
    [InlineData("notice")]
    [InlineData("data_protection_key")]
    [InlineData("tenant")]
    [InlineData("agency", "contact_phone")]
    [InlineData("assessment", "state")]
    [InlineData("assessment", "note")]
    public async Task What_is_not_public_cannot_be_read_at_all(string table, string column = "1") =>
        (await Should.ThrowAsync<PostgresException>(async () => await TestApp.ListAsync(
            await AsReaderAsync("da-nang"), $"SELECT {column} FROM {table}"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Theory]
    [InlineData("edition")]
    [InlineData("edition_group")]
    [InlineData("assessment")]
    public async Task What_is_being_prepared_is_seen_by_the_application_and_not_by_the_reader(string table)
    {
        var sql = $"SELECT DISTINCT year FROM {table} ORDER BY year";
        var seen = await TestApp.ListAsync(await AsApplicationAsync("da-nang"), sql);
        seen.ShouldContain(InPreparation);
        (await TestApp.ListAsync(await AsReaderAsync("da-nang"), sql)).ShouldBe(seen.Where(year => year != InPreparation));
    }

    [Fact]
    public async Task The_guard_between_tenants_holds_for_the_reader_as_well()
    {
        const string Years = "SELECT year FROM edition ORDER BY year";
        var (one, other) = (await AsReaderAsync("da-nang"), await AsReaderAsync("khanh-hoa"));
        (await TestApp.ListAsync(one, Years)).ShouldNotBe(await TestApp.ListAsync(other, Years));
        (await TestApp.AskAsync<long>(one, "SELECT count(DISTINCT tenant_id) FROM publication")).ShouldBe(1);
        (await TestApp.ListAsync($"{app.Application};Options=-c role={AskingRole.Reader}", Years)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_reads_as_the_reader_and_whoever_is_signed_in_as_the_application()
    {
        var office = await app.SignedInAsync(Role.Office);
        var ended = await app.SignedInAsync(Role.Auditor);
        await TestApp.AskAsync<int>(app.Superuser, $"""
            UPDATE account_session SET ended_at = now() WHERE account_id IN (SELECT id FROM account WHERE 'auditor' = ANY (roles))
            """);
        await TestApp.AskAsync<int>(app.Superuser, "REVOKE SELECT ON publication FROM dx_reader");
        try
        {
            const string Page = "/editions/2024?q=who";
            (await office.GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.OK, app.Failures);
            (await app.Visitor().GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            (await ended.GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        }
        finally
        {
            await TestApp.AskAsync<int>(app.Superuser, "GRANT SELECT ON publication TO dx_reader");
        }
    }

    [Fact]
    public async Task One_connection_serves_both_and_neither_is_left_to_the_next()
    {
        await using var host = TestCluster.Host($"{app.Application};Maximum Pool Size=2", owner: null);
        // Of the two that the program starts with, one is in use.
        await using var held = await host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        (await RoleAsync(host.Services, asReader: true)).ShouldBe(AskingRole.Reader);
        await using (var command = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT current_user::text"))
            (await command.ExecuteScalarAsync()).ShouldBe("dx_app");
        (await RoleAsync(host.Services, asReader: true)).ShouldBe(AskingRole.Reader);
        (await RoleAsync(host.Services, asReader: false)).ShouldBe("dx_app");
    }

    private static async Task<string> RoleAsync(IServiceProvider services, bool asReader)
    {
        await using var scope = services.CreateAsyncScope();
        if (asReader)
            scope.ServiceProvider.GetRequiredService<AskingRole>().BecomeReader();
        return await scope.ServiceProvider.GetRequiredService<DxIndexDb>().Database
            .SqlQuery<string>($"""SELECT current_user::text AS "Value" """).SingleAsync();
    }

    /// <summary>Of a program that remembers nothing yet: status and digest of each.</summary>
    private static async Task<Dictionary<string, string>> AnswersAsync(string application, List<string> addresses)
    {
        await using var fresh = TestCluster.Host(application, owner: null);
        using var client = fresh.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            ((int)answer.StatusCode).ShouldBeLessThan(500, address);
            var digest = Convert.ToHexString(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync()));
            found.Add(address, $"{(int)answer.StatusCode} {answer.Headers.Location} {digest}");
        }

        return found;
    }

    private async Task<string> AsReaderAsync(string tenant) => $"{await AsApplicationAsync(tenant)} -c role={AskingRole.Reader}";

    private async Task<string> AsApplicationAsync(string tenant) =>
        $"{app.Application};Options=-c app.tenant_id={await TestApp.AskAsync<Guid>(
            app.Superuser, $"SELECT id FROM tenant WHERE slug = '{tenant}'")}";
}
