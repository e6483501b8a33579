using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Self-assessed and appraised totals: one definition each, and what they leave open.</summary>
public class OpenPartTests
{
    private const string Ratio = """{ "linear": { "of": { "sum": "a", "over": "b" }, "from": 0, "to": 1 } }""";

    private static readonly CriteriaSet Set = SmallSet.Read(SmallSet.FileOf(
        "100",
        string.Join(',', SmallSet.Count("a"), SmallSet.Count("b"), SmallSet.Figure("s", "percent", "survey"),
            SmallSet.Count("late", "office"), SmallSet.Count("ideas")),
        $$"""
        { "code": "A", "name": "A", "criteria": [
          {{SmallSet.Criterion("A.1", "50", Ratio)}},
          {{SmallSet.Criterion("A.2", "30", """{ "linear": { "of": "ideas", "from": 0, "to": "highest" } }""")}},
          {{SmallSet.Criterion("A.3", "20", """{ "linear": { "of": "s", "from": 0, "to": 100 } }""")}} ] },
        { "code": "P", "name": "P", "block": "penalty", "criteria": [
          {{SmallSet.Criterion("P.1", "5", """{ "linear": { "of": "late", "from": 0, "to": 5 } }""")}} ] }
        """));

    [Fact]
    public void A_self_assessed_total_leaves_open_what_others_provide_and_what_is_compared_with_the_group()
    {
        var card = new Scorer(Set).SelfAssess(SmallSet.Agency(Set, "a=40 b=50 ideas=3 s=90 late=1"));

        (card.Total, card.Open).ShouldBe((40m, new OpenPart(3, 50m, 5m)));
        card.Open.Sentence.ShouldBe(new Bilingual(
            "chưa tính: tối đa 50,00 điểm; điểm trừ tối đa 5,00 điểm",
            "not yet counted: up to 50.00 points; deductions up to 5.00 points"));
        card.Criteria.Select(result => result.Counted).ShouldBe([40, null, null, null]);
    }

    [Fact]
    public void A_self_assessed_total_looks_at_no_verdict()
    {
        var declared = SmallSet.Agency(Set, "a=40 b=50 ideas=3");
        new Scorer(Set).SelfAssess(declared.Deciding("A.1", VerdictDecision.Points, "10")).Total
            .ShouldBe(new Scorer(Set).SelfAssess(declared).Total);
    }

    [Fact]
    public void An_appraised_total_waits_for_the_best_of_the_group_alone_once_all_figures_are_in()
    {
        var (scorer, input) = (new Scorer(Set), SmallSet.Agency(Set, "a=40 b=50 ideas=3 s=90 late=1"));

        scorer.Appraise(input, null).Open.ShouldBe(new OpenPart(1, 30m, 0m));
        var complete = scorer.Appraise(input, scorer.BestOf([input]));
        (complete.Total, complete.Open).ShouldBe((87m, OpenPart.None));
        complete.Open.Sentence.ShouldBeNull();
    }

    [Fact]
    public void What_is_blank_earns_nothing_and_is_not_open() =>
        new Scorer(Set).SelfAssess(SmallSet.Agency(Set, "b=50")).Open.ShouldBe(new OpenPart(2, 20m, 0m));

    [Fact]
    public void Whatever_comes_the_total_stays_between_the_bounds_that_were_told() => PropertyTests.ForGroups((set, group) =>
    {
        var (scorer, random) = (new Scorer(set), new Random(group.Count));
        var some = set with { Figures = [.. set.Figures.Select(figure => figure with { Source = Source(figure, random) })] };
        var partly = new Scorer(some);
        foreach (var (input, final) in group.Zip(scorer.ScoreGroup(group)))
        {
            var known = input.Figures.Where(figure => some.Figure(figure.Key)?.Source == FigureSource.Agency)
                .ToDictionary(StringComparer.Ordinal);
            var undecided = input with { Decisions = new Dictionary<string, Decided>(StringComparer.Ordinal) };
            var appraised = partly.Appraise(undecided with { Figures = known }, null);
            var whole = partly.Appraise(undecided, partly.BestOf(group));

            whole.Total.ShouldBeLessThanOrEqualTo(appraised.Total + appraised.Open.Maximum);
            whole.Total.ShouldBeGreaterThanOrEqualTo(appraised.Total - appraised.Open.Penalty);
            partly.SelfAssess(input).Total.ShouldBe(appraised.Total);
            scorer.Appraise(input, scorer.BestOf(group)).Total.ShouldBe(final.Total);
        }
    });

    // Penalties rest on the office's figures already; of the others every third waits for a survey.
    private static FigureSource Source(Figure figure, Random random) =>
        figure.Source == FigureSource.Agency && random.Next(3) == 0 ? FigureSource.Survey : figure.Source;
}
