using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Laboratory;

public class TrialTests
{
    private static readonly CriteriaSet Before = Set(
        SmallSet.Count("a") + "," + SmallSet.Count("b"), Criterion("1", "60", "a"), Criterion("2", "40", "b"));

    [Fact]
    public void The_same_set_moves_nobody()
    {
        var trial = Trial.Of(Before, Before, [Agency("a=10 b=0", "x"), Agency("a=0 b=10", "y")], leaveOut: true);

        (trial.RankMoves, trial.TierMoves, trial.Lacking.Count, trial.TiedAtTop.Count).ShouldBe((0, 0, 0, 0));
        trial.Moves.Select(move => (move.Agency, move.Before.Total, move.After.Total)).ShouldBe([("x", 60m, 60m), ("y", 40m, 40m)]);
    }

    [Fact]
    public void Other_weights_move_ranks_and_tiers_and_everybody_stands_in_the_order_of_the_draft()
    {
        var draft = Set(SmallSet.Count("a") + "," + SmallSet.Count("b"), Criterion("1", "20", "a"), Criterion("2", "80", "b"));
        var trial = Trial.Of(draft, Before, [Agency("a=10 b=0", "x"), Agency("a=0 b=10", "y")], leaveOut: true);

        trial.Moves.Select(move => (move.Agency, move.Places, move.Before.Tier?.Code, move.After.Tier?.Code)).ShouldBe(
            [("y", 1, "average", "good"), ("x", -1, "average", "average")]);
        (trial.RankMoves, trial.TierMoves).ShouldBe((2, 1));
    }

    [Fact]
    public void A_criterion_that_lacks_a_figure_is_left_out_and_the_rest_converted_or_earns_nothing()
    {
        var draft = Set(SmallSet.Count("a") + "," + SmallSet.Count("new"), Criterion("1", "60", "a"), Criterion("3", "40", "new"));
        var agencies = new[] { Agency("a=10 b=10", "x"), Agency("a=5 b=10", "y") };

        var leftOut = Trial.Of(draft, Before, agencies, leaveOut: true);
        leftOut.Lacking.Select(lacking => (lacking.Figure.Code, lacking.AskedOtherwise, lacking.Criteria.Single().Code))
            .ShouldBe([("new", false, "3")]);
        leftOut.Moves.Select(move => move.After.Total).ShouldBe([100m, 50m]);
        Trial.Of(draft, Before, agencies, leaveOut: false).Moves.Select(move => move.After.Total).ShouldBe([60m, 30m]);
    }

    [Fact]
    public void A_figure_of_the_same_code_in_another_unit_is_not_the_same_fact()
    {
        var inFiles = SmallSet.Count("a").Replace("\"kind\"", "\"unit\": \"files\", \"kind\"", StringComparison.Ordinal);
        var draft = Set(inFiles + "," + SmallSet.Count("b"), Criterion("1", "60", "a"), Criterion("2", "40", "b"));

        Trial.Of(draft, Before, [Agency("a=10 b=10", "x")], leaveOut: true).Lacking.ShouldHaveSingleItem().AskedOtherwise.ShouldBeTrue();
    }

    [Fact]
    public void Decisions_that_still_fit_are_kept_and_the_others_are_counted()
    {
        var draft = Set(SmallSet.Count("a") + "," + SmallSet.Count("b"), Criterion("1", "60", "a"), Criterion("2b", "40", "b"));
        var agency = Agency("a=10 b=10", "x").Deciding("1", VerdictDecision.Points, "30").Deciding("2", VerdictDecision.Points, "10");

        var trial = Trial.Of(draft, Before, [agency], leaveOut: true);
        trial.DecisionsLeft.ShouldBe(1);
        trial.Moves.Single().After.Total.ShouldBe(70m);
    }

    [Fact]
    public void Agencies_that_share_the_first_rank_are_named()
    {
        var trial = Trial.Of(Before, Before, [Agency("a=10 b=10", "x"), Agency("a=11 b=12", "y"), Agency("a=1 b=1", "z")], leaveOut: true);

        trial.TiedAtTop.Select(move => move.Agency).ShouldBe(["x", "y"]);
    }

    private static ScoringInput Agency(string figures, string code) => SmallSet.Agency(Before, figures, code);

    private static string Criterion(string code, string maximum, string figure) =>
        SmallSet.Criterion(code, maximum, $$"""{ "linear": { "of": "{{figure}}", "to": 10 } }""");

    private static CriteriaSet Set(string figures, params string[] criteria) =>
        SmallSet.Read(SmallSet.File("100", figures, string.Join(",", criteria)));
}
