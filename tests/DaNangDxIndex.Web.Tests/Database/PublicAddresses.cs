using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>Every address whose answer is public, over some years, and what the database is asked for it.</summary>
internal static partial class PublicAddresses
{
    public static async Task<List<string>> ListAsync(TestApp app, params string[] moreYears)
    {
        var code = await TestApp.AskAsync<string>(app.Superuser, "SELECT code FROM scorecard_code WHERE agency = 'so-tttt' LIMIT 1");
        var found = new List<string> { "/", "/da-nang", $"/verify/{code}" };
        foreach (var endpoint in (await Endpoints.OfAsync(app))
            .Where(endpoint => endpoint.Metadata.GetMetadata<PublicAnswerAttribute>() is not null))
        {
            foreach (var year in new[] { "2020", "2023", "2024", "2025" }.Concat(moreYears))
            {
                var path = endpoint.Pattern.Replace("{year:int}", year, StringComparison.Ordinal)
                    .Replace("{year:int?}", year, StringComparison.Ordinal)
                    .Replace("{code}", "so-tttt", StringComparison.Ordinal).Replace("{code?}", code, StringComparison.Ordinal)
                    .Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{file}", "ranking.csv", StringComparison.Ordinal);
                found.Add($"/da-nang{(path.StartsWith("/api/", StringComparison.Ordinal) ? "" : "/vi")}{path}?group=departments");
            }
        }

        found.ShouldAllBe(address => !address.Contains('{'));
        found.Count.ShouldBeGreaterThan(30);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The tables that all public addresses ask between them, by a program that remembers nothing.</summary>
    public static async Task<HashSet<string>> TablesAsync(TestApp app)
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
        var addresses = await ListAsync(app);
        ActivitySource.AddActivityListener(listener);
        foreach (var address in addresses)
            await client.GetAsync(new Uri(address, UriKind.Relative));
        return asked.SelectMany(sql => Table().Matches(sql), (_, match) => match.Groups["table"].Value)
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("\\b(FROM|JOIN) \"?(?<table>[a-z_]+)\"?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();
}
