using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>How often the database is asked. Counts, not times: they are the same on every machine.</summary>
public sealed class QueriesTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Most = 12;

    [Fact]
    public async Task A_verdict_and_the_bench_ask_the_database_at_most_twelve_times()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        await lead.OpenAsync("A.1");
        await lead.DecideLateAsync("A.1", 0, VerdictDecision.Accept);

        (await CommandsAsync(() => lead.OpenAsync("A.1"))).ShouldBeInRange(1, Most);
        // The form's own page is opened for its token first: what is left is the verdict.
        var token = await CommandsAsync(() => lead.OpenWorkAsync());
        var verdict = await CommandsAsync(() => lead.DecideLateAsync("A.1", 1, VerdictDecision.Accept));
        (verdict - token).ShouldBeInRange(1, Most);
    }

    /// <summary>Verdict and page together, as a key press on the second bench costs them; the form's own page is not among them.</summary>
    [Fact]
    public async Task A_verdict_on_the_second_bench_takes_seven_ways_to_the_database_and_the_next_agency_fifteen_at_most()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        var down = CriterionBenchTests.Down(edition, "A.1");
        await lead.OpenAsync(down);
        (await CommandsAsync(() => lead.OpenAsync(down))).ShouldBeInRange(1, 15);

        var token = await CommandsAsync(() => lead.OpenAsync("/work"));
        var verdict = await CommandsAsync(() => lead.PostAsync(
            $"{down}/{RunningEdition.Agency}?handler=Verdict", new() { ["Version"] = "0", ["Decision"] = "Accept" }));
        (verdict - token).ShouldBeInRange(1, 7);
    }

    private Task<int> CommandsAsync(Func<Task> act) => Queries.CountAsync(app, act);
}
