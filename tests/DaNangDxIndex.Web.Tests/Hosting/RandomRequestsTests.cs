using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Xunit.Abstractions;

namespace DaNangDxIndex.Hosting;

/// <summary>Whatever is sent, by whomever, to whatever address: the program refuses it with words and never breaks.</summary>
public sealed class RandomRequestsTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    /// <summary>They end the session that sends, or wait for somebody else.</summary>
    private static readonly string[] Left =
        ["/accounts/sign-out", "/accounts/sessions", "/accounts/password", "/accounts/reset", "/health"];

    [Fact]
    public Task Of_five_hundred_random_requests_none_breaks_the_program() => SendAsync(500, seed: 7);

    [Fact, Trait("Length", "Long")]
    public Task Of_ten_thousand_random_requests_none_breaks_the_program() => SendAsync(10_000, Environment.TickCount);

    private async Task SendAsync(int count, int seed)
    {
        var edition = await RunningEdition.AddAsync(app);
        var asked = (await Endpoints.OfAsync(app))
            .Where(endpoint => !Left.Any(left => endpoint.Pattern.StartsWith(left, StringComparison.Ordinal)))
            .SelectMany(endpoint => endpoint.Methods.Select(method => (endpoint, method))).ToList();
        var requests = new RandomRequest(edition);
        var people = new List<(Visitor Person, string Token)>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await app.SignedInAsync(role);
            people.Add((person, await person.TokenAsync("/accounts/password")));
        }

        // Who was not turned away at the door, by what was asked: most requests come from them.
        var admitted = asked.ToDictionary(request => request, _ => new List<(Visitor Person, string Token)>());
        var (statuses, broken) = (new SortedDictionary<int, int>(), new List<string>());
        for (var number = 0; number < count; number++)
        {
            var random = new Random(seed + number);
            var target = asked[random.Next(asked.Count)];
            var known = random.Next(4) > 0 && admitted[target].Count > 0 ? admitted[target] : people;
            var sender = known[random.Next(known.Count)];
            using var request = requests.To(target.endpoint, target.method, random, sender.Token);
            using var answer = await sender.Person.Http.SendAsync(request);
            var status = (int)answer.StatusCode;
            if (status != 403 && !admitted[target].Contains(sender))
                admitted[target].Add(sender);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var said = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
            requests.See(said);
            if (status >= 500)
                broken.Add($"{status} {RandomRequest.Told(request)}");
        }

        output.WriteLine($"seed {seed}: {string.Join(", ", statuses.Select(status => $"{status.Value} x {status.Key}"))}");
        broken.ShouldBeEmpty($"seed {seed}\n{app.Failures}");
        statuses.GetValueOrDefault(200).ShouldBeGreaterThan(count / 20, "Most requests no longer reach anything.");
    }
}
