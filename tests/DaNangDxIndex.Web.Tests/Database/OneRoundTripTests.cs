using System.Data;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>What is asked before anything else in a scope, while the database is told whose rows these are.</summary>
public sealed class OneRoundTripTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public Task What_failed_with_the_first_word_is_not_asked_again_by_what_comes_after_it() =>
        app.InDatabaseAsync("da-nang", async db =>
        {
            var failing = new OneRoundTrip(db);
            failing.Each("SELECT 1 / (count(*) - count(*)) FROM edition", row => row.GetInt64(0));
            (await Should.ThrowAsync<PostgresException>(() => failing.SendFirstAsync(CancellationToken.None)))
                .SqlState.ShouldBe(PostgresErrorCodes.DivisionByZero);
            (await db.Set<Edition>().CountAsync()).ShouldBeGreaterThan(1);
            return true;
        });

    [Fact]
    public Task What_is_found_at_once_comes_with_the_first_word_and_sees_the_rows_of_its_tenant_alone() =>
        app.InDatabaseAsync("khanh-hoa", async db =>
        {
            var asked = new OneRoundTrip(db);
            var slugs = asked.Each("SELECT DISTINCT slug FROM agency JOIN tenant ON tenant.id = tenant_id", row => row.GetString(0));
            await asked.SendFirstAsync(CancellationToken.None);
            slugs.ShouldBe(["khanh-hoa"]);
            return true;
        });

    [Fact]
    public Task Whoever_waits_for_the_first_word_no_longer_leaves_it_its_connection_and_asks_on_another_one() =>
        app.InDatabaseAsync("khanh-hoa", async db =>
        {
            var asked = new OneRoundTrip(db);
            asked.Each("SELECT pg_sleep(2) IS NULL AS left_behind", row => row.GetBoolean(0));
            using var browser = new CancellationTokenSource();
            var word = asked.SendFirstAsync(browser.Token);
            var connection = db.Database.GetDbConnection();
            await Eventually.HoldsAsync(async () => await TestApp.AskAsync<bool>(
                app.Superuser,
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE '%left_behind%' AND pid <> pg_backend_pid())"));
            await browser.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => word);

            (await db.Set<Edition>().CountAsync()).ShouldBeGreaterThan(0, "the scope goes on");
            db.Database.GetDbConnection().ShouldNotBeSameAs(connection);
            var slugs = new OneRoundTrip(db);
            var found = slugs.Each("SELECT DISTINCT slug FROM agency JOIN tenant ON tenant.id = tenant_id", row => row.GetString(0));
            await slugs.SendAsync(CancellationToken.None);
            found.ShouldBe(["khanh-hoa"]);
            await Eventually.HoldsAsync(() => connection.State == ConnectionState.Closed);
            return true;
        });

    [Fact]
    public async Task A_first_word_that_is_long_in_coming_is_no_longer_waited_for_and_what_is_asked_next_is_told_so_at_once()
    {
        await using var slow = new TestApp();
        await slow.InitializeAsync();
        await slow.InDatabaseAsync("da-nang", async db =>
        {
            var asked = new OneRoundTrip(db);
            asked.Each("SELECT pg_sleep(14) IS NULL", row => row.GetBoolean(0));
            await IsAwayAsync(() => asked.SendFirstAsync(CancellationToken.None));
            await IsAwayAsync(() => db.Set<Edition>().CountAsync());
            return true;
        });

        static async Task IsAwayAsync(Func<Task> ask) =>
            (await Should.ThrowAsync<InvalidOperationException>(ask)).InnerException.ShouldBeOfType<ClusterIsAway>();
    }

    [Fact]
    public Task All_else_may_take_longer_than_the_first_word() =>
        app.InDatabaseAsync("da-nang", async db =>
        {
            var asked = new OneRoundTrip(db);
            var slept = asked.Each($"SELECT pg_sleep({ConnectionLimits.FirstAnswerSeconds} + 0.5) IS NULL", row => row.GetBoolean(0));
            await asked.SendAsync(CancellationToken.None);
            slept.ShouldBe([false]);
            return true;
        });
}
