using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>What stands behind public answers tells of its changes, and everything that is remembered goes by it.</summary>
public sealed partial class PublicChangesTests(TestApp app) : IClassFixture<TestApp>
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
        var asked = await TablesAsync();
        asked.Count.ShouldBeGreaterThan(10);

        // Codes are given out with their publication and never change; who takes part is settled long before anything of the year is
        // public.
        asked.Except(telling).Except(["verification_code", "scorecard_code", "assessment"]).ShouldBeEmpty();
    }

    /// <summary>The tables that all public addresses ask between them, by a program that remembers nothing.</summary>
    private async Task<HashSet<string>> TablesAsync()
    {
        await using var fresh = TestCluster.Host(app.Application, owner: null);
        using var client = fresh.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var database = new NpgsqlConnectionStringBuilder(app.Application).Database;
        var asked = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(tag => tag.Key is "db.namespace" or "db.name" && Equals(tag.Value, database)))
                    asked.Add(string.Join(' ', activity.TagObjects.Where(tag => tag.Key is "db.statement" or "db.query.text")
                        .Select(tag => tag.Value)));
            },
        };
        var addresses = await AddressesAsync();
        addresses.Count.ShouldBeGreaterThan(30);
        ActivitySource.AddActivityListener(listener);
        foreach (var address in addresses)
            await client.GetAsync(new Uri(address, UriKind.Relative));
        return asked.SelectMany(sql => Table().Matches(sql), (_, match) => match.Groups["table"].Value)
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task<List<string>> AddressesAsync()
    {
        var code = await TestApp.AskAsync<string>(app.Superuser, "SELECT code FROM scorecard_code WHERE agency = 'so-tttt' LIMIT 1");
        var found = new List<string> { "/", "/da-nang", $"/verify/{code}" };
        foreach (var endpoint in (await Endpoints.OfAsync(app))
            .Where(endpoint => endpoint.Metadata.GetMetadata<PublicAnswerAttribute>() is not null))
        {
            foreach (var year in new[] { "2020", "2023", "2024", "2025" })
            {
                var path = endpoint.Pattern.Replace("{year:int}", year, StringComparison.Ordinal)
                    .Replace("{year:int?}", year, StringComparison.Ordinal)
                    .Replace("{code}", "so-tttt", StringComparison.Ordinal).Replace("{code?}", code, StringComparison.Ordinal)
                    .Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{file}", "ranking.csv", StringComparison.Ordinal);
                found.Add($"/da-nang{(path.StartsWith("/api/", StringComparison.Ordinal) ? "" : "/vi")}{path}?group=departments");
            }
        }
        found.ShouldAllBe(address => !address.Contains('{'));
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static Task ListeningAsync(IServiceProvider services) =>
        Eventually.HoldsAsync(() => services.GetRequiredService<PublicChanges>().State is not null);

    [GeneratedRegex("\\b(FROM|JOIN) \"?(?<table>[a-z_]+)\"?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();
}
