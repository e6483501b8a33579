using System.Net;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>What is amiss, in words for whoever is woken up, and in a status for the proxy.</summary>
public sealed class HealthTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task It_tells_a_line_to_each_part_and_that_no_backup_was_ever_taken()
    {
        var (status, text) = await AskAsync(app);
        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldContain("Cơ sở dữ liệu / Database: tốt / good\n");
        text.ShouldContain("Kho tệp minh chứng / Store of evidence: tốt / good\n");
        text.ShouldContain("No backup was ever taken.");
        text.ShouldStartWith("DX Index: vẫn phục vụ, cần xem lại / serving, needs a look\n");

        await LastBackup.KeepAsync(
            app.Services.GetRequiredService<Clusters>().Home, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        (await AskAsync(app)).Text.ShouldContain("Bản sao lưu / Backup: tốt / good\n");
    }

    [Fact]
    public async Task Without_its_database_it_is_503_and_says_so_without_a_name_of_a_machine()
    {
        using var door = new DatabaseDoor();
        await using var away = new TestApp { More = door.Settings };
        await away.InitializeAsync();
        door.LeadTo(away.Superuser);
        (await AskAsync(away)).Status.ShouldBe(HttpStatusCode.OK);

        door.Shut();

        var (status, text) = await AskAsync(away);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        text.ShouldContain("Cơ sở dữ liệu / Database: không phục vụ được / cannot serve");
        var database = new NpgsqlConnectionStringBuilder(away.Application).Database.ShouldNotBeNull();
        foreach (var name in new[] { "localhost", "127.0.0.1", "::1", $"{door.Port}", "dx_app", database })
            text.ShouldNotContain(name);
    }

    /// <summary>A refusal of the database names its tables, and the answer does not.</summary>
    [Fact]
    public async Task A_database_without_its_schema_is_no_database_to_serve_from()
    {
        await using var other = new TestApp();
        await other.InitializeAsync();
        await TestApp.AskAsync<int>(other.Superuser, "ALTER TABLE migration_history RENAME TO migration_history_away");
        var (status, text) = await AskAsync(other);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        text.ShouldContain("Cơ sở dữ liệu / Database: không phục vụ được / cannot serve");
        text.ShouldNotContain("migration_history");
    }

    /// <summary>The refusal is a real one of PostgreSQL, raised where no disk is full; deploy/rehearse-full-disk has such a disk.</summary>
    [Fact]
    public async Task A_full_disk_of_the_database_is_told_for_a_minute_and_takes_no_process_out_of_service()
    {
        await using var full = new TestApp();
        await full.InitializeAsync();
        (await AskAsync(full)).Text.ShouldNotContain("disk");
        await Should.ThrowAsync<PostgresException>(() => full.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlRawAsync(
            "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$")));

        var (status, text) = await AskAsync(full);
        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldContain("needs a look. Nothing can be saved: the disk of the database is full.\n");
        using var ready = await full.Visitor().Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        ready.StatusCode.ShouldBe(HttpStatusCode.OK, "reading goes on");
    }

    /// <summary>Public pages that are asked for at the same time are made once, and others wait; a health is of its moment.</summary>
    [Fact]
    public async Task Who_asks_for_it_waits_for_nobody_who_asked_before()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var slow = new TestApp
        {
            Replace = services => services.AddHealthChecks().AddAsyncCheck("evidence of a slow store", async () =>
            {
                if (asked.TrySetResult())
                    await answer.Task;
                return Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy();
            }, ["ready"]),
        };
        await slow.InitializeAsync();
        await Eventually.HoldsAsync(() => slow.Services.GetRequiredService<PublicChanges>().State is not null);
        var ready = new Uri("/health/ready", UriKind.Relative);
        var first = slow.Visitor().Http.GetAsync(ready);
        await asked.Task;

        using var second = await slow.Visitor().Http.GetAsync(ready).WaitAsync(TimeSpan.FromSeconds(20));

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.IsCompleted.ShouldBeFalse();
        answer.SetResult();
        (await first).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(TestApp of)
    {
        using var answer = await of.Visitor().Http.GetAsync(new Uri("/health", UriKind.Relative));
        answer.Content.Headers.ContentType.ShouldNotBeNull().ToString().ShouldBe("text/plain; charset=utf-8");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
