using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using FsCheck;
using FsCheck.Fluent;
using static DaNangDxIndex.Scoring.NextTierSets;

namespace DaNangDxIndex.Ranking;

public class DisputedRanksTests
{
    private static readonly CriteriaSet Three = Set(
        [GivenFigure("A"), GivenFigure("B"), GivenFigure("C")], Component("K", Given("A", 60), Given("B", 30)),
        Component("L", Given("C", 10)));

    [Fact]
    public void Without_disputes_best_and_worst_are_the_rank()
    {
        var intervals = DisputedRanks.Of(
            new Scorer(Three), [Agency("a", 60), Agency("b", 50), Agency("c", 50), Agency("d", 40)], GroupBest.None);

        intervals.Select(interval => (interval.Best, interval.Worst)).ShouldBe([(1, 1), (2, 2), (2, 2), (4, 4)]);
    }

    [Fact]
    public void An_agency_may_win_its_dispute_while_others_lose_theirs()
    {
        var intervals = DisputedRanks.Of(
            new Scorer(Three), [Agency("a", 60), Agency("b", 50, ("B", 15, 5)), Agency("c", 50, ("B", 12, 0))], GroupBest.None);

        intervals.Select(interval => (interval.Least, interval.Most, interval.Best, interval.Worst))
            .ShouldBe([(60.00m, 60.00m, 1, 3), (55.00m, 65.00m, 1, 3), (50.00m, 62.00m, 1, 3)]);
        intervals[1].HighestTier.ShouldNotBeNull().Code.ShouldBe("fair");
        intervals[1].LowestTier.ShouldNotBeNull().Code.ShouldBe("average");
    }

    /// <summary>Against trying every outcome of every dispute.</summary>
    [Fact]
    public void Best_and_worst_are_those_of_all_outcomes() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var set = Three with { Method = Three.Method with { TieKeys = random.Next(2) == 0 ? [new TieKey("L", true)] : [],
            LeastApplicable = random.Next(3) == 0 ? Fraction.Of(95, 100) : default } };
        List<DisputedInput> group = [.. Enumerable.Range(0, 4).Select(place => Random(random, $"x{place}"))];
        var scorer = new Scorer(set);

        var intervals = DisputedRanks.Of(scorer, group, GroupBest.None);

        var tables = AllOutcomes(group)
            .Select(inputs => Standings.Rank(set.Method, inputs.Select(input => scorer.Score(input)))
                .ToDictionary(standing => standing.Agency, StringComparer.Ordinal)).ToList();
        foreach (var interval in intervals)
        {
            var lines = tables.ConvertAll(table => table[interval.Agency]);
            (interval.Best, interval.Worst).ShouldBe((lines.Min(line => line.Rank), lines.Max(line => line.Rank)));
            (interval.Least, interval.Most).ShouldBe((lines.Min(line => line.Total), lines.Max(line => line.Total)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static DisputedInput Random(Random random, string code)
    {
        var agency = Agency(
            code, random.Next(56, 60),
            [.. "BC".Where(_ => random.Next(3) > 0).Select(criterion => (criterion.ToString(), random.Next(0, 4), random.Next(0, 4)))]);
        if (random.Next(3) > 0 || agency.Disputes.Count == 0)
            return agency;
        var disputes = agency.Disputes.ToDictionary(StringComparer.Ordinal);
        var first = disputes.Keys.First();
        disputes[first] = disputes[first] with { Declared = new Decided(VerdictDecision.NotApplicable) };
        return agency with { Disputes = disputes };
    }

    private static IEnumerable<List<ScoringInput>> AllOutcomes(List<DisputedInput> group)
    {
        var disputes = group.SelectMany(input => input.Disputes.Keys.Select(code => (input.Input.Agency, Code: code))).ToList();
        for (var way = 0; way < 1 << disputes.Count; way++)
        {
            yield return group.ConvertAll(input => input.Input with
            {
                Decisions = input.Disputes.ToDictionary(
                    dispute => dispute.Key,
                    dispute => (way >> disputes.IndexOf((input.Input.Agency, dispute.Key)) & 1) == 0
                        ? dispute.Value.Declared
                        : dispute.Value.Appraised,
                    StringComparer.Ordinal),
            });
        }
    }

    private static DisputedInput Agency(string code, int given, params (string Criterion, int Declared, int Appraised)[] disputes) => new(
        Input(("A-given", FigureValue.Of(given))) with { Agency = code },
        disputes.ToDictionary(
            dispute => dispute.Criterion,
            dispute => new Dispute(new(VerdictDecision.Points, dispute.Declared), new(VerdictDecision.Points, dispute.Appraised)),
            StringComparer.Ordinal));
}
