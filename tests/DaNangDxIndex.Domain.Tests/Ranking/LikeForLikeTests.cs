using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Ranking;

public sealed class LikeForLikeTests
{
    private const string Figures = "a b";

    [Fact]
    public void Under_the_same_rules_all_of_the_change_is_performance()
    {
        var set = Set(Figures, Linear("1", "60", "a", 10), Linear("2", "40", "b", 10));
        var compared = Compare(set, "a=5 b=10", set, "a=10 b=5");

        (compared.Change, compared.Performance, compared.Rules, compared.Apart).ShouldBe((10m, 10, 0, 0));
        compared.Criteria.Select(move => (move.Performance, move.Why)).ShouldBe([(30, null), (-20, null)]);
        (compared.Covered, compared.IsComparable).ShouldBe((1, true));
    }

    [Fact]
    public void With_the_same_figures_all_of_the_change_is_the_rules()
    {
        var compared = Compare(
            Set(Figures, Linear("1", "60", "a", 10), Linear("2", "40", "b", 10)), "a=5 b=10",
            Set(Figures, Linear("1", "50", "a", 20), Linear("2", "50", "b", 10)), "a=5 b=10");

        (compared.Change, compared.Performance, compared.Rules).ShouldBe((-7.5m, 0, Fraction.Of(-15, 2)));
    }

    [Fact]
    public void Where_both_changed_each_gets_the_mean_over_both_orders()
    {
        var compared = Compare(
            Set(Figures, Linear("1", "60", "a", 10), Linear("2", "40", "b", 10)), "a=5 b=10",
            Set(Figures, Linear("1", "60", "a", 20), Linear("2", "40", "b", 10)), "a=10 b=10");

        // By the old rule 30 → 60, by the new one 15 → 30: the mean of 30 and 15. The total did not move.
        (compared.Change, compared.Performance, compared.Rules).ShouldBe((0m, Fraction.Of(45, 2), Fraction.Of(-45, 2)));
    }

    [Fact]
    public void Criteria_that_are_new_gone_or_read_other_figures_stand_apart()
    {
        var compared = Compare(
            Set("a b c", Linear("1", "60", "a", 10), Linear("2", "20", "b", 10), Linear("3", "20", "c", 10)), "a=10 b=5 c=10",
            Set("a e f", Linear("1", "60", "a", 10), Linear("2", "20", "e", 10), Linear("4", "20", "f", 10)), "a=10 e=10 f=1");

        compared.Criteria.Select(move => (move.Criterion.Code, move.Why)).ShouldBe(
            [("1", null), ("2", Incomparable.OtherFigures), ("4", Incomparable.New), ("3", Incomparable.Gone)]);
        (compared.Performance, compared.Rules, compared.Apart, compared.Covered).ShouldBe((0, 0, -8, Fraction.Of(3, 5)));
    }

    [Fact]
    public void A_criterion_under_a_new_number_is_the_same_by_its_name()
    {
        var before = Set(Figures, Linear("1", "60", "a", 10), Linear("2", "40", "b", 10));
        var after = before with
        {
            Components =
            [
                before.Components[0] with
                {
                    Criteria = [.. before.Criteria.Select(criterion => criterion with { Code = "n" + criterion.Code })],
                },
            ],
        };

        Compare(before, "a=5 b=5", after, "a=10 b=5").Performance.ShouldBe(30);
    }

    [Fact]
    public void Points_that_an_appraiser_set_and_what_does_not_apply_cannot_be_compared()
    {
        var set = Set(Figures, Linear("1", "60", "a", 10), Linear("2", "40", "b", 10));
        var years = Years(set, set);
        var (before, after) = (SmallSet.Agency(set, "a=5 b=5"), SmallSet.Agency(set, "a=10 b=10"));

        years.Of(before, after.Deciding("2", VerdictDecision.Points, "8")).Criteria[1].Why.ShouldBe(Incomparable.SetByHand);
        var spared = years.Of(before, after.Deciding("1", VerdictDecision.NotApplicable));
        spared.Criteria[0].Why.ShouldBe(Incomparable.NotApplicable);
        // What applies is converted, and conversion is a rule: 20 → 100 is 20 by the old weight or 50 by the new, in the mean 35.
        (spared.Performance, spared.Rules, spared.Covered).ShouldBe((35, 45, 1));
    }

    [Fact]
    public void Below_half_of_the_base_nothing_is_said_of_the_whole()
    {
        var before = Set("a c", Linear("1", "40", "a", 10), Linear("3", "60", "c", 10));

        foreach (var (kept, comparable) in new[] { (49, false), (50, true) })
            Compare(before, "a=5 c=5", Set("a f", Linear("1", $"{kept}", "a", 10), Linear("4", $"{100 - kept}", "f", 10)), "a=5 f=1")
                .IsComparable.ShouldBe(comparable);
    }

    [Fact]
    public void A_point_of_another_scale_is_another_thing()
    {
        var before = Set(Figures, Linear("1", "60", "a", 10), Linear("2", "40", "b", 10));
        var after = SmallSet.Read(SmallSet.File("10", Counts(Figures), Linear("1", "6", "a", 10) + "," + Linear("2", "4", "b", 10)));

        Compare(before, "a=5 b=5", after, "a=5 b=5").IsComparable.ShouldBeFalse();
    }

    /// <summary>Whatever rules, policies, caps and decisions there are.</summary>
    [Fact]
    public void The_parts_always_add_up_and_taking_the_years_the_other_way_round_turns_every_sign() => Prop.ForAll<int>(seed =>
    {
        var random = new RandomSet(seed);
        var (first, group) = (random.Set(), new List<ScoringInput>());
        group.AddRange(random.Group(first, 2));
        var second = first with
        {
            Method = first.Method with { Cap = TotalCap.Total },
            Components = [.. first.Components.Select(component => component with { Criteria = [.. component.Criteria.Reverse()] })],
        };

        var forth = Years(first, second).Of(group[0], group[1]);
        var back = Years(second, first).Of(group[1], group[0]);

        (forth.Performance + forth.Rules + forth.Apart).ShouldBe((Fraction)forth.Change);
        (back.Performance, back.Rules, back.Apart).ShouldBe((-forth.Performance, -forth.Rules, -forth.Apart));
        forth.Criteria.ShouldAllBe(move => move.Why != null || move.Performance + move.Rules == move.Change);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static LikeForLike Compare(CriteriaSet before, string then, CriteriaSet after, string now) =>
        Years(before, after).Of(SmallSet.Agency(before, then), SmallSet.Agency(after, now));

    private static ComparedYears Years(CriteriaSet before, CriteriaSet after) =>
        new(new(new Scorer(before), GroupBest.None), new(new Scorer(after), GroupBest.None));

    private static CriteriaSet Set(string figures, params string[] criteria) =>
        SmallSet.Read(SmallSet.File("100", Counts(figures), string.Join(",", criteria)));

    private static string Counts(string figures) => string.Join(",", figures.Split(' ').Select(code => SmallSet.Count(code)));

    private static string Linear(string code, string maximum, string figure, int to) =>
        SmallSet.Criterion(code, maximum, $$"""{ "linear": { "of": "{{figure}}", "to": {{to}} } }""");
}
