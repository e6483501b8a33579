using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Commitments;

public sealed class OutlookTests
{
    private static readonly CriteriaSet Had = Set("a b", Linear("1", "60", "a", 100), Linear("2", "40", "b", 100));

    [Fact]
    public void Under_the_same_rules_an_agency_stands_where_it_stood()
    {
        var outlook = Outlook.Of(Had, Had, Group("x a=50 b=50", "y a=80 b=80"), "x").ShouldNotBeNull();

        (outlook.Now.Card.Total, outlook.Now.Rank, outlook.Now.Ranked, outlook.Lacking.Count).ShouldBe((50m, 2, 2, 0));
    }

    [Fact]
    public void Changed_figures_move_total_tier_and_rank_and_the_others_stay()
    {
        var outlook = Outlook.Of(Had, Had, Group("x a=50 b=50", "y a=80 b=80"), "x").ShouldNotBeNull();

        var tried = outlook.Try(new Dictionary<string, FigureValue?>(StringComparer.Ordinal)
        {
            ["a"] = FigureValue.Of(100),
            ["b"] = FigureValue.Of(60),
        });

        (tried.Card.Total, tried.Card.Tier?.Code, tried.Rank).ShouldBe((84m, "good", 1));
        outlook.Try(new Dictionary<string, FigureValue?>(StringComparer.Ordinal) { ["a"] = null }).Card.Missing.ShouldBe(["a"]);
        (outlook.Now.Card.Total, outlook.Now.Rank).ShouldBe((50m, 2));
    }

    [Fact]
    public void Criteria_that_read_a_new_figure_are_left_out_and_the_rest_is_converted()
    {
        var next = Set("a n", Linear("1", "60", "a", 100), Linear("3", "40", "n", 100));
        var outlook = Outlook.Of(Had, next, Group("x a=50 b=50", "y a=80 b=80"), "x").ShouldNotBeNull();

        outlook.Lacking.ShouldHaveSingleItem().Figure.Code.ShouldBe("n");
        (outlook.Now.Card.Total, outlook.Rules.Edition).ShouldBe((50m, next.Edition));
    }

    [Fact]
    public void Who_is_not_in_the_group_has_no_outlook_and_neither_has_anybody_under_rules_that_read_nothing_known()
    {
        Outlook.Of(Had, Had, Group("x a=50 b=50"), "z").ShouldBeNull();
        Outlook.Of(Had, Set("n", Linear("3", "100", "n", 100)), Group("x a=50 b=50"), "x").ShouldBeNull();
    }

    [Fact]
    public void Points_that_an_appraiser_set_stay_where_the_criterion_has_the_same_maximum()
    {
        var group = Group("x a=50 b=50", "y a=80 b=80").Select(input => input.Deciding("2", VerdictDecision.Points, "0")).ToList();

        Outlook.Of(Had, Had, group, "x").ShouldNotBeNull().Now.Card.Total.ShouldBe(30m);
        var other = Set("a b", Linear("1", "50", "a", 100), Linear("2", "50", "b", 100));
        Outlook.Of(Had, other, group, "x").ShouldNotBeNull().Now.Card.Total.ShouldBe(50m);
    }

    /// <summary>Whatever the rules of the year before were.</summary>
    [Fact]
    public void The_advice_that_is_tried_reaches_the_tier_under_the_next_rules_and_one_unit_less_does_not() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var codes = Enumerable.Range(0, 6).Select(place => $"f{place}").ToList();
        var (had, next) = (Made(random, codes), Made(random, codes));
        List<ScoringInput> group = [.. Enumerable.Range(0, 5).Select(place => Input(
            $"u{place}", codes.Select(code => (code, random.Next(0, 60)))))];

        var outlook = Outlook.Of(had, next, group, "u0").ShouldNotBeNull();
        var advice = outlook.Advise();
        var tiers = next.Method.Tiers.Select(tier => tier.Code).ToList();
        foreach (var suggestion in advice.Suggestions)
        {
            var changes = suggestion.Changes.ToDictionary(
                change => change.Figure.Code, change => (FigureValue?)change.To, StringComparer.Ordinal);
            var tried = outlook.Try(changes);
            tiers.IndexOf(tried.Card.Tier?.Code ?? "").ShouldBeLessThanOrEqualTo(tiers.IndexOf(advice.Next?.Code ?? ""));
            (tried.Rank <= outlook.Now.Rank).ShouldBeTrue("more points never cost a rank while the others stay");
            foreach (var change in suggestion.Changes)
            {
                var less = new Dictionary<string, FigureValue?>(changes, StringComparer.Ordinal)
                {
                    [change.Figure.Code] = FigureValue.Of(change.To.Number - 1),
                };
                tiers.IndexOf(outlook.Try(less).Card.Tier?.Code ?? "").ShouldBeGreaterThan(tiers.IndexOf(advice.Next?.Code ?? ""));
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static CriteriaSet Made(Random random, List<string> codes)
    {
        var left = 100;
        List<string> criteria = [];
        foreach (var (place, code) in codes.Index())
        {
            var maximum = place == codes.Count - 1 ? left : random.Next(1, left - (codes.Count - place - 1));
            left -= maximum;
            criteria.Add(Linear($"{place}", $"{maximum}", code, random.Next(40, 90)));
        }

        return Set(string.Join(' ', codes), [.. criteria]);
    }

    private static List<ScoringInput> Group(params string[] agencies) => [.. agencies.Select(agency => agency.Split(' ', 2))
        .Select(parts => SmallSet.Agency(Had, parts[1], parts[0]))];

    private static ScoringInput Input(string agency, IEnumerable<(string Code, int Value)> figures) => new()
    {
        Agency = agency,
        Figures = figures.ToDictionary(figure => figure.Code, figure => FigureValue.Of(figure.Value), StringComparer.Ordinal),
    };

    private static CriteriaSet Set(string figures, params string[] criteria) => SmallSet.Read(SmallSet.File(
        "100", string.Join(",", figures.Split(' ').Select(code => SmallSet.Count(code))), string.Join(",", criteria)));

    private static string Linear(string code, string maximum, string figure, int to) =>
        SmallSet.Criterion(code, maximum, $$"""{ "linear": { "of": "{{figure}}", "to": {{to}} } }""");
}
