using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Scoring;

/// <summary>The corners of the method: an agency to which nothing applies, and ties that a penalty parts.</summary>
public sealed class EdgeTests
{
    private const string Yes = """ { "steps": { "of": "f", "levels": [{ "at": 1, "share": 1 }] } } """;
    private const string Bonus = """ { "linear": { "of": "b", "from": 0, "to": 10 } } """;
    private const string Penalty = """ { "linear": { "of": "p", "from": 0, "to": 10 } } """;
    private const string Excluding = """ "nothingDue": "exclude", "notApplicable": "exclude" """;

    [Fact]
    public void An_agency_to_which_nothing_applies_has_0_points_no_bonus_no_tier_and_no_rank()
    {
        var set = SetWith(Excluding);
        var nothing = SmallSet.Agency(set, "f=1 b=10 p=0").Deciding("A.1", VerdictDecision.NotApplicable);

        var card = new Scorer(set).Score(nothing);

        (card.Total, card.Bonus, card.Ranked).ShouldBe((0.00m, Fraction.Zero, false));
        card.Tier.ShouldBeNull();
        var scores = new GroupScorer(set).Score(GroupFigures.Of(set, [nothing]));
        (scores.Total(0), scores.Ranked(0), scores.Ranks[0]).ShouldBe((0.00m, false, null));
        scores.Tier(0).ShouldBeNull();
    }

    [Theory]
    [InlineData("component", "P")]
    [InlineData("criterion", "P.1")]
    public void A_tie_key_on_a_penalty_puts_the_agency_that_lost_less_first(string kind, string code)
    {
        // Both end at the cap of 100: the first by a clean year, the second by a bonus that made up for its penalty.
        var set = SetWith($$""" {{Excluding}}, "ranking": { "tieKeys": [{ "{{kind}}": "{{code}}" }] } """);
        ScoringInput[] group = [SmallSet.Agency(set, "f=1 b=10 p=4", "a-fined"), SmallSet.Agency(set, "f=1 b=0 p=0", "b-clean")];

        var standings = Standings.Rank(set.Method, new Scorer(set).ScoreGroup(group));

        standings.Select(standing => (standing.Agency, standing.Total, standing.Rank))
            .ShouldBe([("b-clean", 100.00m, 1), ("a-fined", 100.00m, 2)]);
        new GroupScorer(set).Score(GroupFigures.Of(set, group)).Ranks.ShouldBe([2, 1]);
    }

    private static Criteria.CriteriaSet SetWith(string method) => SmallSet.Read(SmallSet.FileOf(
        "100",
        $"{SmallSet.Count("f")}, {SmallSet.Count("b")}, {SmallSet.Count("p", "office")}",
        $$"""
        { "code": "A", "name": "A", "criteria": [{{SmallSet.Criterion("A.1", "100", Yes)}}] },
        { "code": "B", "name": "B", "block": "bonus", "criteria": [{{SmallSet.Criterion("B.1", "5", Bonus)}}] },
        { "code": "P", "name": "P", "block": "penalty", "criteria": [{{SmallSet.Criterion("P.1", "5", Penalty)}}] }
        """,
        method));
}
