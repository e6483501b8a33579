using System.Globalization;
using DaNangDxIndex.Ranking;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Scoring;

/// <summary>The engine against the plain evaluation in BigInteger quotients: equal to the last digit, one by one and in columns.</summary>
public sealed class ExactnessTests
{
    [Fact]
    public void Scorecards_equal_the_plain_evaluation() => ForSeeds(400, seed =>
    {
        var maker = new RandomSet(seed);
        var set = maker.Set();
        var group = maker.Group(set, 12);
        var plain = new PlainEvaluation(set, group).Results();
        var cards = new Scorer(set).ScoreGroup(group);
        for (var i = 0; i < group.Count; i++)
        {
            cards[i].Criteria.Select(criterion => Q.Of(criterion.Points)).ShouldBe(plain[i].Points, $"seed {seed}, agency {i}");
            (cards[i].Total, cards[i].Tier?.Code, cards[i].Ranked)
                .ShouldBe((plain[i].Total, plain[i].Tier, plain[i].Ranked), $"seed {seed}, agency {i}");
            (Q.Of(cards[i].ApplicableMaximum), Q.Of(cards[i].Converted))
                .ShouldBe((plain[i].Applicable, plain[i].Converted), $"seed {seed}, agency {i}");
        }
    });

    [Fact]
    public void Groups_in_columns_equal_the_plain_evaluation() => ForSeeds(400, seed =>
    {
        var maker = new RandomSet(seed);
        var set = maker.Set();
        var group = maker.Group(set, 40);
        var plain = new PlainEvaluation(set, group);
        var (results, scores) = (plain.Results(), new GroupScorer(set).Score(GroupFigures.Of(set, group)));
        for (var i = 0; i < group.Count; i++)
            (scores.Total(i), scores.Tier(i)?.Code, scores.Ranked(i))
                .ShouldBe((results[i].Total, results[i].Tier, results[i].Ranked), $"seed {seed}, agency {i}");
        scores.Ranks.ShouldBe(plain.Ranks(results), $"seed {seed}");
    });

    [Fact]
    public void Groups_in_columns_equal_scorecards_in_every_column() => ForSeeds(200, seed =>
    {
        var maker = new RandomSet(seed);
        var set = maker.Set();
        var group = maker.Group(set, 700);
        var (cards, scores) = (new Scorer(set).ScoreGroup(group), new GroupScorer(set).Score(GroupFigures.Of(set, group)));
        for (var i = 0; i < group.Count; i++)
        {
            scores.Total(i).ShouldBe(cards[i].Total, $"seed {seed}, agency {i}");
            scores.Applicable(i).ShouldBe(
                cards[i].ApplicableMaximum.Round(set.Method.Decimals, set.Method.Mode), $"seed {seed}, agency {i}");
            scores.Converted(i).ShouldBe(cards[i].Converted.Round(set.Method.Decimals, set.Method.Mode), $"seed {seed}, agency {i}");
            scores.Tier(i).ShouldBe(cards[i].Tier);
        }

        var standings = Standings.Rank(set.Method, cards)
            .ToDictionary(standing => standing.Agency, standing => standing.Rank, StringComparer.Ordinal);
        scores.Ranks.ShouldBe(group.Select(input => standings[input.Agency]), $"seed {seed}");
    }, 20);

    [Theory]
    [InlineData("89.995", "90.00", "excellent")]
    [InlineData("89.9949", "89.99", "good")]
    [InlineData("89.994999999", "89.99", "good")]
    [InlineData("79.995", "80.00", "good")]
    [InlineData("64.995", "65.00", "fair")]
    [InlineData("64.9949999999", "64.99", "average")]
    public void A_total_just_under_a_bound_is_rounded_before_the_tier_is_taken(string points, string total, string tier)
    {
        var set = SmallSet.Read(SmallSet.File(
            "100", SmallSet.Figure("p", "number"), SmallSet.Criterion("A.1", "100", """{ "linear": { "of": "p", "to": 100 } }""")));
        var input = SmallSet.Agency(set, $"p={points}");
        var (card, scores) = (new Scorer(set).Score(input), new GroupScorer(set).Score(GroupFigures.Of(set, [input])));
        (card.Total.ToString(CultureInfo.InvariantCulture), card.Tier?.Code).ShouldBe((total, tier));
        (scores.Total(0).ToString(CultureInfo.InvariantCulture), scores.Tier(0)?.Code).ShouldBe((total, tier));
    }

    [Fact]
    public void Thirds_and_sevenths_that_add_up_to_a_half_are_seen_as_a_half()
    {
        // 1/3 + 2/3 x 0.0075 = ... : 3 parts of 0.005/3 each make exactly 0.005.
        var criteria = string.Join(',', Enumerable.Range(1, 7)
            .Select(i => SmallSet.Criterion($"A.{i}", "100/7", $$"""{ "linear": { "of": { "sum": "n{{i}}", "over": "d" }, "to": 1 } }""")));
        var figures = string.Join(',', Enumerable.Range(1, 7).Select(i => SmallSet.Count($"n{i}")).Append(SmallSet.Count("d")));
        var set = SmallSet.Read(SmallSet.File("100", figures, criteria));
        var input = SmallSet.Agency(set, "n1=1 n2=1 n3=1 n4=1 n5=1 n6=1 n7=1 d=20000");
        new Scorer(set).Score(input).Total.ShouldBe(0.01m);
        var scores = new GroupScorer(set).Score(GroupFigures.Of(set, [input]));
        (scores.Total(0), scores.ScoredExactly).ShouldBe((0.01m, 1));
    }

    [Fact]
    public void The_best_of_a_group_is_settled_in_fractions()
    {
        var set = SmallSet.Read(SmallSet.File(
            "100", SmallSet.Figure("n", "number"), SmallSet.Criterion("A.1", "100", """{ "linear": { "of": "n", "to": "highest" } }"""),
                """ "rounding": { "mode": "truncate" } """));
        ScoringInput[] group = [SmallSet.Agency(set, "n=900719925474098", "a"), SmallSet.Agency(set, "n=900719925474099", "b"),
            SmallSet.Agency(set, "n=900719925474097.9", "c")];
        new Scorer(set).ScoreGroup(group).Select(card => card.Total).ShouldBe([99.99m, 100.00m, 99.99m]);
        var scores = new GroupScorer(set).Score(GroupFigures.Of(set, group));
        Enumerable.Range(0, 3).Select(scores.Total).ShouldBe([99.99m, 100.00m, 99.99m]);
    }

    private static void ForSeeds(int tests, Action<int> check, int most = int.MaxValue) => Prop.ForAll<int>(seed =>
    {
        check(seed);
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Math.Min(tests, most)).WithEndSize(1_000_000));
}
