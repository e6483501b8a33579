using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>How often the database is asked. Counts, not times: they are the same on every machine.</summary>
public sealed class QueriesTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Bench = 8;
    private const int Verdict = 4;

    [Fact]
    public async Task A_bench_asks_the_database_at_most_eight_times_and_a_verdict_adds_four()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        await lead.OpenAsync("A.1");
        await lead.DecideLateAsync("A.1", 0, VerdictDecision.Accept);

        (await CommandsAsync(() => lead.OpenAsync("A.1"))).ShouldBeInRange(1, Bench);
        // The form's own page is opened for its token first: what is left is the verdict.
        var token = await CommandsAsync(() => lead.OpenWorkAsync());
        var verdict = await CommandsAsync(() => lead.DecideLateAsync("A.1", 1, VerdictDecision.Accept));
        (verdict - token).ShouldBeInRange(1, Verdict);
    }

    /// <summary>Verdict and page together, as a key press on the second bench costs them; the form's own page is not among them.</summary>
    [Fact]
    public async Task So_do_the_second_bench_and_a_verdict_on_it()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        var down = CriterionBenchTests.Down(edition, "A.1");
        await lead.OpenAsync(down);
        (await CommandsAsync(() => lead.OpenAsync(down))).ShouldBeInRange(1, Bench);

        var token = await CommandsAsync(() => lead.OpenAsync("/work"));
        var verdict = await CommandsAsync(() => lead.PostAsync(
            $"{down}/{RunningEdition.Agency}?handler=Verdict", new() { ["Version"] = "0", ["Decision"] = "Accept" }));
        (verdict - token).ShouldBeInRange(1, Verdict);
    }

    private Task<int> CommandsAsync(Func<Task> act) => Queries.CountAsync(app, act);
}
