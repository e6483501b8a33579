using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Xunit.Abstractions;

namespace DaNangDxIndex.Hosting;

/// <summary>Whatever is sent, by whomever, to whatever address: the program refuses it with words and never breaks.</summary>
public sealed class RandomRequestsTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    [Fact]
    public Task Of_five_hundred_random_requests_none_breaks_the_program() => SendAsync(500, seed: 7);

    [Fact, Trait("Length", "Long")]
    public Task Of_ten_thousand_random_requests_none_breaks_the_program() => SendAsync(10_000, Environment.TickCount);

    /// <summary>At all addresses they are one request in fifty.</summary>
    [Fact]
    public async Task Of_two_hundred_random_requests_at_what_ends_a_sign_in_none_breaks_the_program()
    {
        var made = await SendAsync(200, seed: 11, PeopleToLose.AreAskedFor);
        made.ShouldBeGreaterThan(30, "Nobody was signed out and no password was changed.");
    }

    /// <returns>How many people were made for what ends a sign-in.</returns>
    private async Task<int> SendAsync(int count, int seed, Func<string, bool>? only = null)
    {
        var edition = await RunningEdition.AddAsync(app);
        var asked = (await Endpoints.OfAsync(app))
            .Where(endpoint => only is null || only(endpoint.Pattern))
            .SelectMany(endpoint => endpoint.Methods.Select(method => (endpoint, method))).ToList();
        var requests = new RandomRequest(edition);
        var lost = new PeopleToLose(app);
        var people = new List<Sender> { new(null, app.Visitor()) };
        people[0] = people[0] with { Token = await people[0].Person.TokenAsync("/accounts/sign-in") };
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await app.SignedInAsync(role);
            people.Add(new(role, person, await person.TokenAsync("/accounts/password")));
        }

        // Who was not turned away at the door, by what was asked: most requests come from them.
        var admitted = asked.ToDictionary(request => request, _ => new List<Sender>());
        var (statuses, broken) = (new SortedDictionary<int, int>(), new List<string>());
        for (var number = 0; number < count; number++)
        {
            var random = new Random(seed + number);
            var target = asked[random.Next(asked.Count)];
            var known = random.Next(4) > 0 && admitted[target].Count > 0 ? admitted[target] : people;
            var sender = known[random.Next(known.Count)];
            var (person, token, right) = sender.Role is { } role && PeopleToLose.AreAskedFor(target.endpoint.Pattern)
                ? await lost.OfAsync(role) : (sender.Person, sender.Token, null);
            using var request = requests.To(target.endpoint, target.method, random, token, right);
            using var answer = await person.Http.SendAsync(request);
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
        return lost.Made;
    }

    /// <param name="Role">Null for who is not signed in.</param>
    /// <param name="Token">Of their forms.</param>
    private sealed record Sender(Role? Role, Visitor Person, string Token = "");
}
