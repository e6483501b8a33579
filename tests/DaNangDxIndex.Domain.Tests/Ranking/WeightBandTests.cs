using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using static DaNangDxIndex.Scoring.NextTierSets;

namespace DaNangDxIndex.Ranking;

public class WeightBandTests
{
    private static readonly CriteriaSet Two = Set([GivenFigure("A"), GivenFigure("B")], Component("K", Given("A", 50), Given("B", 50)));

    /// <summary>The first numbers of xoshiro256** seeded by SplitMix64 from 0, as the authors' C programs print them.</summary>
    [Fact]
    public void Draws_are_those_of_the_published_generator()
    {
        var draws = new SeededDraws(0, 0);

        ((ulong[])[draws.Next(), draws.Next(), draws.Next()]).ShouldBe([0x99ec5f36cb75f2b4, 0xbf6e1f784956452a, 0x1a5f849d4933e6e0]);
    }

    [Fact]
    public void Without_a_band_every_draw_gives_the_rank_of_the_method()
    {
        var scorecards = Scorecards((40, 10), (10, 40), (30, 5));

        WeightBand.Ranges(Two.Method, scorecards, 0, 50, 1)
            .ShouldBe([new("x0", 1, 1, 1, 1, 1, 1), new("x1", 1, 1, 1, 1, 1, 1), new("x2", 3, 3, 3, 3, 3, 3)]);
    }

    [Fact]
    public void Who_is_better_in_everything_stays_above_and_mirror_images_change_places()
    {
        var ranges = WeightBand.Ranges(Two.Method, Scorecards((50, 49), (40, 10), (10, 40)), 0.5, 400, 7);

        ranges[0].ShouldBe(new RankRange("x0", 1, 1, 1, 1, 1, 1));
        (ranges[1].Best, ranges[1].Worst, ranges[2].Best, ranges[2].Worst).ShouldBe((2, 3, 2, 3));
    }

    [Fact]
    public void The_same_seed_gives_the_same_ranges_and_another_seed_others()
    {
        var scorecards = Scorecards([.. Enumerable.Range(0, 40).Select(place => (place % 37, place * 7 % 41))]);

        var ranges = WeightBand.Ranges(Two.Method, scorecards, 0.3, 200, 2025);

        WeightBand.Ranges(Two.Method, scorecards, 0.3, 200, 2025).ShouldBe(ranges);
        WeightBand.Ranges(Two.Method, scorecards, 0.3, 200, 2026).ShouldNotBe(ranges);
    }

    [Fact]
    public void Nominal_ranks_are_those_of_the_exact_standings()
    {
        var scorecards = Scorecards([.. Enumerable.Range(0, 200).Select(place => (place * 17 % 50, place * 31 % 50))]);

        var exact = Standings.Rank(Two.Method, scorecards)
            .ToDictionary(standing => standing.Agency, standing => standing.Rank, StringComparer.Ordinal);

        foreach (var range in WeightBand.Ranges(Two.Method, scorecards, 0.1, 1, 1))
            range.Nominal.ShouldBe(exact[range.Agency]!.Value);
    }

    [Fact]
    public void A_review_names_what_parts_nobody_what_says_the_same_and_what_weighs_how_much()
    {
        var set = Set(
            [GivenFigure("A"), GivenFigure("B"), GivenFigure("C"), GivenFigure("D")],
            Component("K", Given("A", 40), Given("B", 40), Given("C", 10), Given("D", 10)));
        var scorecards = new Scorer(set).ScoreGroup([.. Enumerable.Range(0, 10).Select(place => Input(
            ("A-given", FigureValue.Of(place * 4)), ("B-given", FigureValue.Of(place * 4)), ("C-given", FigureValue.Of(10)),
            ("D-given", FigureValue.Of(place * 3 % 10))))]);

        var review = CriteriaReview.Of(set, scorecards);

        review.FullForAll.ShouldBe(["C"]);
        review.NothingForAll.ShouldBeEmpty();
        review.Redundant.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            pair => pair.One.ShouldBe("A"), pair => pair.Other.ShouldBe("B"), pair => pair.Correlation.ShouldBe(1, 1e-9));
        review.Weights.Sum(weight => weight.Effective).ShouldBe(1, 1e-9);
        review.Weights.Single(weight => weight.Criterion == "C").ShouldBe(new CriterionWeight("C", 0.1, 0));
    }

    private static IReadOnlyList<Scorecard> Scorecards(params (int A, int B)[] points) => new Scorer(Two).ScoreGroup(
        [.. points.Select(
            (given, place) =>
                Input(("A-given", FigureValue.Of(given.A)), ("B-given", FigureValue.Of(given.B))) with { Agency = $"x{place}" })]);
}
