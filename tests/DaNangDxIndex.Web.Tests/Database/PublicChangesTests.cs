using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Database;

/// <summary>What stands behind public answers tells of its changes, and everything that is remembered goes by it.</summary>
public sealed class PublicChangesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Terminate =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dx listens' AND datname = current_database()";

    [Theory]
    [InlineData("/editions/2024?group=departments",
        "UPDATE edition_group SET name_vi = 'Khối thử' WHERE year = 2024 AND code = 'central'", "Khối thử")]
    [InlineData("/editions/2023", "UPDATE tenant SET name_vi = 'Thành phố thử' WHERE slug = 'da-nang'", "Thành phố thử")]
    [InlineData("/editions/2020?group=departments", "UPDATE agency SET name_vi = 'Sở thử' WHERE code = 'so-vhtt'", "Sở thử")]
    [InlineData("/editions/2020", "UPDATE series SET results_vi = 'Kết quả thử'", "Kết quả thử")]
    public async Task A_change_is_seen_at_once_also_in_another_process(string page, string sql, string now)
    {
        await using var other = TestCluster.Host(app.Application, owner: null);
        await ListeningAsync(app.Services);
        await ListeningAsync(other.Services);
        var visitors = new[] { app.Visitor(), new Visitor(
            other.CreateClient(new() { BaseAddress = new("https://localhost") }), "da-nang", "vi") };
        foreach (var visitor in visitors)
            await Eventually.HoldsAsync(async () => (await visitor.GetAsync(page)).Headers.Age is not null);

        await TestApp.AskAsync<int>(app.Superuser, sql);

        foreach (var visitor in visitors)
            await Eventually.HoldsAsync(
                async () => (await (await visitor.GetAsync(page)).Content.ReadAsStringAsync()).Contains(now, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_given_again_once_changes_may_have_been_missed()
    {
        await ListeningAsync(app.Services);
        var changes = app.Services.GetRequiredService<PublicChanges>();
        var before = changes.State.ShouldNotBeNull();

        await TestApp.AskAsync<bool>(app.Superuser, Terminate);

        await Eventually.HoldsAsync(() => changes.State is { } state && state > before);
    }

    [Fact]
    public async Task Every_table_that_a_public_answer_is_made_of_tells_of_its_changes()
    {
        var telling = await TestApp.ListAsync(
            app.Superuser, "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'tell_public_change'");
        var asked = await PublicAddresses.TablesAsync(app);
        asked.Count.ShouldBeGreaterThan(10);

        // Codes are given out with their publication and never change; who takes part is settled long before anything of the year is
        // public.
        asked.Except(telling).Except(["verification_code", "scorecard_code", "assessment"]).ShouldBeEmpty();
    }

    private static Task ListeningAsync(IServiceProvider services) =>
        Eventually.HoldsAsync(() => services.GetRequiredService<PublicChanges>().State is not null);
}
