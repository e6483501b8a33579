using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Xunit.Abstractions;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Two people at the same figures, in orders that a seed chooses. What each must see follows from a plain model: a save is taken when it
/// replaces the version that its writer saw, or says what stands there already; otherwise it is "changed meanwhile" and changes nothing.
/// </summary>
public sealed class EditorsInterleavedTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    private static readonly string[] Figures = ["files-received", "files-online", "articles"];

    [Fact]
    public Task In_thirty_orders_no_update_is_lost_and_changed_meanwhile_is_said_exactly_when_it_is_so() => InterleaveAsync(30);

    [Fact, Trait("Length", "Long")]
    public Task In_a_thousand_orders_no_update_is_lost_and_changed_meanwhile_is_said_exactly_when_it_is_so() => InterleaveAsync(1000);

    private async Task InterleaveAsync(int orders)
    {
        var seed = Environment.TickCount;
        var edition = await OpenEdition.AddAsync(app);
        Saving[] people =
        [
            await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor)),
            await Saving.AsAsync(edition, await app.SignedInAsync(Role.Approver)),
        ];
        var stands = Figures.ToDictionary(figure => figure, _ => new Known(null, 0), StringComparer.Ordinal);
        var (taken, refused) = (0, 0);
        for (var order = 0; order < orders; order++)
        {
            var random = new Random(seed + order);
            // Both open the page now; what they know grows old while they type.
            Dictionary<string, Known>[] seen = [new(stands, StringComparer.Ordinal), new(stands, StringComparer.Ordinal)];
            var steps = 3 + random.Next(4);
            for (var step = 0; step < steps; step++)
            {
                var why = $"seed {seed}, order {order}, step {step}";
                var figure = Figures[random.Next(Figures.Length)];
                if (random.Next(4) == 0)
                    await AtOnceAsync(figure, step, why);
                else
                    await OneAsync(random.Next(2), figure, Value(random), why);
            }

            async Task OneAsync(int who, string figure, string value, string why)
            {
                var (before, knew) = (stands[figure], seen[who][figure]);
                using var answer = await people[who].SaveAsync(figure, value, knew.Version);
                if (before.Value == value || before.Version == knew.Version)
                    await TakenAsync(answer, who, figure, value, why);
                else
                    await RefusedAsync(answer, who, figure, value, why);
            }

            async Task AtOnceAsync(string figure, int number, string why)
            {
                seen[0][figure] = seen[1][figure] = stands[figure];
                // Two values, and neither stands there already: to say what stands is no change, and no conflict.
                string[] values = stands[figure].Value?[0] is '1' or '4'
                    ? [$"{200 + number}", $"{300 + number}"]
                    : [$"{100 + number}", $"{400 + number}"];
                var answers = await Task.WhenAll(
                    Enumerable.Range(0, 2).Select(who => people[who].SaveAsync(figure, values[who], stands[figure].Version)));
                var winner = Array.FindIndex(answers, answer => answer.StatusCode == HttpStatusCode.OK);
                winner.ShouldBeInRange(0, 1, why);
                await TakenAsync(answers[winner], winner, figure, values[winner], why);
                await RefusedAsync(answers[1 - winner], 1 - winner, figure, values[1 - winner], why);
            }

            async Task TakenAsync(HttpResponseMessage answer, int who, string figure, string value, string why)
            {
                var before = stands[figure];
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, why);
                var version = (await Saving.BodyAsync(answer))["version"].ShouldNotBeNull().GetValue<int>();
                version.ShouldBe(before.Value == value ? before.Version : before.Version + 1, why);
                stands[figure] = seen[who][figure] = new(value, version);
                taken++;
            }

            async Task RefusedAsync(HttpResponseMessage answer, int who, string figure, string value, string why)
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed, why);
                var body = await Saving.BodyAsync(answer);
                body["yours"].ShouldNotBeNull().GetValue<string>().ShouldBe(value, why);
                body["theirs"].ShouldNotBeNull().GetValue<string>().ShouldBe(stands[figure].Value, why);
                body["version"].ShouldNotBeNull().GetValue<int>().ShouldBe(stands[figure].Version, why);
                // Having seen theirs, the next save is a choice.
                seen[who][figure] = stands[figure];
                refused++;
            }
        }

        output.WriteLine($"seed {seed}: {orders} orders, {taken} saves taken, {refused} changed meanwhile");
        foreach (var figure in Figures.Where(figure => stands[figure].Version > 0))
        {
            var stored = (await edition.StoredAsync(figure)).ShouldNotBeNull();
            (stored.Declared, stored.Version).ShouldBe((stands[figure].Value, stands[figure].Version), $"seed {seed}");
        }
        refused.ShouldBeGreaterThan(0, $"seed {seed}");
    }

    private static string Value(Random random) => $"{1 + random.Next(6)}";

    private sealed record Known(string? Value, int Version);
}
