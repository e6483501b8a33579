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
