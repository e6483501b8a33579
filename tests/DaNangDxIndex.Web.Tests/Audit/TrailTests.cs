using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Audit;

/// <summary>Each test forges one thing with a superuser's hand, behind the triggers, in the trail of a tenant of its own.</summary>
public sealed class TrailTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static int Tenants;
    private readonly string _tenant = $"trail-{Interlocked.Increment(ref Tenants)}";

    public async Task InitializeAsync()
    {
        await TestApp.AskAsync<int>(
            app.Superuser, $"INSERT INTO tenant (slug, name_vi, name_en, kind) VALUES ('{_tenant}', 'Thử', 'Trial', 'city')");
        await AddAsync(5);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_untouched_trail_holds()
    {
        var outcome = await VerifyAsync();
        outcome.Fault.ShouldBeNull();
        outcome.Entries.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET after = '{\"value\": 99}' WHERE number = 3", AuditFault.Kind.Changed, 3)]
    [InlineData("UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE number = 3", AuditFault.Kind.Changed, 3)]
    [InlineData("UPDATE audit_entry SET account_name = 'somebody else' WHERE number = 2", AuditFault.Kind.Changed, 2)]
    [InlineData("DELETE FROM audit_entry WHERE number = 3", AuditFault.Kind.Deleted, 3)]
    [InlineData("UPDATE audit_entry SET number = CASE number WHEN 2 THEN 3 ELSE 2 END WHERE number IN (2, 3)", AuditFault.Kind.Changed, 2)]
    public async Task A_changed_deleted_or_moved_entry_is_found(string forgery, AuditFault.Kind what, long number)
    {
        await ForgeAsync("ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS audit_entry_pkey; " + forgery + Where());
        (await VerifyAsync()).Fault.ShouldBe(new(what, number));
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_by_the_head()
    {
        var count = (await VerifyAsync()).Entries;
        await ForgeAsync($"DELETE FROM audit_entry WHERE number = {count}{Where()}");
        (await VerifyAsync()).Fault.ShouldBe(new(AuditFault.Kind.TailCut, count));
    }

    [Fact]
    public async Task Also_when_the_head_was_moved_back_a_head_written_down_elsewhere_tells()
    {
        var before = await HeadAsync();
        var tenant = await TenantAsync();
        await ForgeAsync(
            $"DELETE FROM audit_entry WHERE number = {before.Number}{Where()}; UPDATE audit_head h SET number = {before.Number - 1}, "
                + $"hash = (SELECT hash FROM audit_entry e WHERE e.tenant_id = h.tenant_id AND number = {before.Number - 1}) WHERE "
                    + $"tenant_id = '{tenant}'");
        (await VerifyAsync()).Fault.ShouldBeNull();
        (await VerifyAsync(before)).Fault.ShouldBe(new(AuditFault.Kind.TailCut, before.Number));
        await AddAsync(1);
        (await VerifyAsync()).Fault.ShouldBeNull();
        (await VerifyAsync(before)).Fault.ShouldBe(new(AuditFault.Kind.Rewritten, before.Number));
    }

    [Fact]
    public async Task A_chain_written_anew_from_one_entry_on_holds_in_itself_and_not_against_paper()
    {
        var printed = await HeadAsync();
        await ForgeAsync($"""
            DO $$ DECLARE entry audit_entry; last bytea := ''; said text; field text; BEGIN
                UPDATE audit_entry SET account_name = 'somebody else' WHERE number = {printed.Number - 3}{Where()};
                FOR entry IN SELECT * FROM audit_entry WHERE true{Where()} ORDER BY number LOOP
                    said := '';
                    FOREACH field IN ARRAY ARRAY[entry.tenant_id::text, entry.number::text,
                        to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.account_id::text, entry.account_name,
                        entry.verb, entry.subject, entry.before::text, entry.after::text, entry.request_id]
                    LOOP
                        said := said || coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field || ',', '-,');
                    END LOOP;
                    last := sha256(last || convert_to(said, 'UTF8'));
                    UPDATE audit_entry SET hash = last WHERE tenant_id = entry.tenant_id AND number = entry.number;
                END LOOP;
                UPDATE audit_head SET hash = last WHERE true{Where()};
            END $$
            """);

        (await VerifyAsync()).Fault.ShouldBeNull();
        (await VerifyAsync(printed)).Fault.ShouldBe(new(AuditFault.Kind.Rewritten, printed.Number));
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET verb = 'x'")]
    [InlineData("DELETE FROM audit_entry")]
    [InlineData("TRUNCATE audit_entry")]
    [InlineData("UPDATE audit_head SET number = 1")]
    [InlineData("INSERT INTO audit_head (number, hash) VALUES (1, sha256(''))")]
    [InlineData("INSERT INTO audit_entry (number, at, account_name, verb, subject) VALUES (1, now(), 'x', 'x', 'x')")]
    [InlineData("INSERT INTO audit_entry (at, account_name, verb, subject) VALUES (now(), 'x', 'x', 'x')")]
    [InlineData("UPDATE audit_waiting SET verb = 'x'")]
    [InlineData("DELETE FROM audit_waiting")]
    [InlineData("INSERT INTO audit_entry (hash, at, account_name, verb, subject) VALUES (sha256(''), now(), 'x', 'x', 'x')")]
    public async Task The_applications_role_can_only_add(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(
            () => app.InDatabaseAsync(_tenant, db => db.Database.ExecuteSqlRawAsync(sql)));
        refused.SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task Not_even_the_owner_changes_an_entry() =>
        (await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<int>(app.Owner, "UPDATE audit_entry SET verb = 'x'"))).SqlState
            .ShouldBe("42501");

    [Fact]
    public async Task An_entry_is_undone_with_its_change()
    {
        var before = await HeadAsync();
        await app.InTenantAsync(_tenant, async services =>
        {
            var db = services.GetRequiredService<DxIndexDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            services.GetRequiredService<AuditTrail>().Add("test.undone", "tests", null, null, null, "test");
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        (await HeadAsync()).ToString().ShouldBe(before.ToString());
        await AddAsync(1);
        (await HeadAsync()).Number.ShouldBe(before.Number + 1);
    }

    [Fact]
    public async Task Entries_added_at_once_follow_each_other()
    {
        var before = await HeadAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AddAsync(2)));
        (await HeadAsync()).Number.ShouldBe(before.Number + 40);
        (await VerifyAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task The_auditor_reads_the_trail_and_others_do_not()
    {
        await AddAsync(5, "da-nang");
        var page = await (await app.SignedInAsync(Role.Auditor)).OpenAsync("/audit?Who=thử");
        page.QuerySelectorAll(".trail-entry").Length.ShouldBe(5);
        (await (await app.SignedInAsync(Role.Office)).GetAsync("/audit")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private Task AddAsync(int count, string? tenant = null) => app.InTenantAsync(tenant ?? _tenant, async services =>
    {
        for (var i = 0; i < count; i++)
            services.GetRequiredService<AuditTrail>()
                .Add("test.add", "tests/số liệu", new { value = i, text = "Hòa \"Vang\" \u0001" }, new { value = 99.91m + i }, null, "thử");
        return await services.GetRequiredService<DxIndexDb>().SaveChangesAsync();
    });

    private Task<VerifyTrail.Outcome> VerifyAsync(params AuditChain.Head[] printed) =>
        app.InTenantAsync(_tenant, services => services.GetRequiredService<VerifyTrail>().HandleAsync(printed, CancellationToken.None));

    private Task<AuditChain.Head> HeadAsync() =>
        app.InTenantAsync(_tenant, services => services.GetRequiredService<VerifyTrail>().HeadAsync(CancellationToken.None));

    private async Task<string> TenantAsync() =>
        (await TestApp.ListAsync(app.Superuser, $"SELECT id FROM tenant WHERE slug = '{_tenant}'")).Single();

    private string Where() => $" AND tenant_id = (SELECT id FROM tenant WHERE slug = '{_tenant}')";

    private Task ForgeAsync(string sql) => TestApp.AskAsync<int>(app.Superuser, "SET session_replication_role = replica; " + sql);
}
