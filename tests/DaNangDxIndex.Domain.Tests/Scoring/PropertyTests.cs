using DaNangDxIndex.Criteria;
using DaNangDxIndex.Ranking;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Scoring;

/// <summary>What holds of every criteria set and every group.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void A_share_never_falls_when_its_quantity_moves_toward_its_target() => ForSeeds(seed =>
    {
        var random = new Random(seed);
        var (from, to) = (Fraction.Of(random.Next(-50, 50), random.Next(1, 9)), Fraction.Of(random.Next(-50, 50), random.Next(1, 9)));
        if (from == to)
            return;
        var set = Single(new Linear(One("n"), from, to), FigureKind.Number);
        var (a, b) = (random.Next(-600, 600) / 10m, random.Next(-600, 600) / 10m);
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        var (toward, away) = to > from ? (high, low) : (low, high);
        Share(set, toward).ShouldBeGreaterThanOrEqualTo(Share(set, away));
    });

    [Fact]
    public void A_share_of_rising_steps_never_falls_when_the_quantity_rises() => ForSeeds(seed =>
    {
        var random = new Random(seed);
        var levels = Enumerable.Range(1, random.Next(2, 6)).Select(i => new Level(i * 3, Fraction.Of(i, 7))).ToList();
        var set = Single(new Steps(One("n"), levels), FigureKind.Number);
        var (a, b) = (random.Next(0, 200) / 10m, random.Next(0, 200) / 10m);
        Share(set, Math.Max(a, b)).ShouldBeGreaterThanOrEqualTo(Share(set, Math.Min(a, b)));
    });

    [Fact]
    public void Points_lie_between_nothing_and_the_maximum_and_totals_within_the_scale() => ForGroups((set, group) =>
    {
        foreach (var card in new Scorer(set).ScoreGroup(group))
        {
            card.Criteria.ShouldAllBe(criterion => criterion.Points >= Fraction.Zero);
            if (set.Method.Stage == RoundingStage.Total)
                card.Criteria.ShouldAllBe(result => result.Points <= result.Criterion.Maximum);
            card.Total.ShouldBeGreaterThanOrEqualTo(0);
            if (set.Method.Cap == TotalCap.Total)
                card.Total.ShouldBeLessThanOrEqualTo(set.Method.Scale.Round(set.Method.Decimals));
        }
    });

    [Fact]
    public void The_reachable_maximum_is_the_scale() => ForGroups((set, group) =>
    {
        var full = group[0] with
        {
            Kinds = [],
            Agency = "nobody",
            Decisions = set.Criteria.ToDictionary(
                criterion => criterion.Code,
                criterion => new Decided(VerdictDecision.Points, IsPenalty(set, criterion) ? 0 : criterion.Maximum),
                StringComparer.Ordinal),
        };
        var card = new Scorer(set with { Method = set.Method with { Stage = RoundingStage.Total, Cap = TotalCap.Total } }).Score(full);
        (card.ApplicableMaximum, card.Converted, card.Total)
            .ShouldBe((set.Method.Scale, set.Method.Scale, set.Method.Scale.Round(set.Method.Decimals)));
    });

    [Fact]
    public void The_order_of_agencies_and_criteria_does_not_matter() => ForGroups((set, group) =>
    {
        var turned = set with
        {
            Components = [.. set.Components.Reverse().Select(component => component with { Criteria = [.. component.Criteria.Reverse()] })],
            Figures = [.. set.Figures.Reverse()],
        };
        var (there, back) = (Lines(set, group), Lines(turned, [.. group.Reverse()]));
        back.ShouldBe(there);
    });

    [Fact]
    public void A_blank_never_beats_a_declared_value() => ForGroups((set, group) =>
    {
        var scorer = new Scorer(set);
        var best = scorer.BestOf(group);
        foreach (var input in group.Where(input => input.Figures.Count > 0).Take(6))
        {
            var declared = scorer.Score(input, best);
            var blanked = input.Figures.Keys.First();
            var figures = input.Figures.Where(figure => figure.Key != blanked)
                .ToDictionary(figure => figure.Key, figure => figure.Value, StringComparer.Ordinal);
            var silent = scorer.Score(input with { Figures = figures }, best);
            foreach (var (with, without) in declared.Criteria.Zip(silent.Criteria).Where(
                pair => !IsPenalty(set, pair.First.Criterion) && ComparesLikeWithLike(pair)))
                without.Points.ShouldBeLessThanOrEqualTo(with.Points);
        }

        // Where something was not due before and is blank now, a policy gave or took the points, not the rule.
        static bool ComparesLikeWithLike((CriterionResult With, CriterionResult Without) pair) =>
            pair.With.State == ResultState.Scored && pair.Without.State == ResultState.Scored
                && pair.With.Criterion.Rule is Linear or Steps or Choice;
    });

    [Fact]
    public void A_part_of_weight_zero_is_worth_nothing() => ForGroups((set, group) =>
    {
        var scorer = new Scorer(
            set with
            {
                Components =
                [
                    .. set.Components.Select(component => component with { Criteria = [.. component.Criteria.Select(WithNothing)] }),
                ],
            });
        var (with, without) = (scorer.ScoreGroup(group), new Scorer(set).ScoreGroup(group));
        with.Select(scorecard => scorecard.Total).ShouldBe(without.Select(scorecard => scorecard.Total));

        static Criterion WithNothing(Criterion criterion) => criterion.Rule is Sum sum
            ? criterion with { Rule = sum with { Of = [.. sum.Of, new Part(0, sum.Of[0].Rule)] } }
            : criterion;
    });

    [Fact]
    public void Converting_nothing_changes_nothing() => ForGroups((set, group) =>
    {
        foreach (var card in new Scorer(set).ScoreGroup(group).Where(card => card.ApplicableMaximum == set.Method.Scale))
            card.Converted.ShouldBe(card.Base);
    });

    [Fact]
    public void Nothing_is_thrown_but_a_documented_refusal() => ForSeeds(seed =>
    {
        var maker = new RandomSet(seed);
        var set = maker.Set();
        var input = maker.Group(set, 1)[0];
        var random = new Random(seed);
        var odd = input with
        {
            Kinds = random.Next(3) == 0 ? ["stranger"] : [],
            Figures = set.Figures.ToDictionary(figure => figure.Code, _ => random.Next(9) == 0
                ? FigureValue.Chosen("odd")
                : FigureValue.Of((decimal)(random.NextDouble() * 1e18) - 4e17m), StringComparer.Ordinal),
            Decisions = new Dictionary<string,
                Decided>(StringComparer.Ordinal) { [random.Next(4) == 0 ? "no-such" : set.Criteria.First().Code] = new(
                    VerdictDecision.Points, random.Next(-1, 3)) },
        };
        foreach (var act in (Action[])[() => new Scorer(set).ScoreGroup([odd]), () => new GroupScorer(set).Score(
            GroupFigures.Of(set, [odd]))])
        {
            try
            {
                act();
            }
            catch (RuleViolation refusal)
            {
                refusal.Code.ShouldStartWith("scoring.");
            }
        }
    });

    [Fact]
    public void A_blank_figure_of_a_penalty_keeps_the_scorecard_open() => ForGroups((set, group) =>
    {
        var scorer = new Scorer(set);
        foreach (var input in group)
        {
            var card = scorer.Score(input);
            var penalties = card.Criteria.Where(result => IsPenalty(set, result.Criterion) && result.State == ResultState.Scored);
            (card.Blocking.Count == 0).ShouldBe(penalties.All(penalty => penalty.Criterion.Rule is null
                || penalty.Missing.Count + penalty.Awaited.Count == 0));
        }
    });

    private static IReadOnlyList<Standing> Lines(CriteriaSet set, IReadOnlyList<ScoringInput> group) =>
        [.. Standings.Rank(set.Method, new Scorer(set).ScoreGroup(group)).OrderBy(standing => standing.Agency, StringComparer.Ordinal)];

    private static bool IsPenalty(CriteriaSet set, Criterion criterion) => set.ComponentOf(criterion.Code)?.Block == Block.Penalty;

    private static Fraction Share(CriteriaSet set, decimal value) => new Scorer(set).Score(new ScoringInput
    {
        Agency = "x",
        Figures = new Dictionary<string, FigureValue>(StringComparer.Ordinal) { ["n"] = FigureValue.Of(value) },
    }).Criteria[0].Share.ShouldNotBeNull();

    private static CriteriaSet Single(Rule rule, FigureKind kind) => new()
    {
        Edition = 2025,
        Group = "g",
        Name = new Bilingual("x", "x"),
        Method = new Method { Scale = 1, Tiers = [new Tier("all", new Bilingual("x", "x"), 0)] },
        Figures = [new Figure { Code = "n", Name = new Bilingual("n", "n"), Kind = kind }],
        Components = [new Component { Code = "A", Name = new Bilingual("A", "A"),
            Criteria = [new Criterion { Code = "A.1", Name = new Bilingual("A", "A"), Pillar = Pillar.Society, Maximum = 1,
                Rule = rule }] }],
    };

    private static Quantity One(string figure) => new([new(figure, false)], []);

    internal static void ForGroups(Action<CriteriaSet, IReadOnlyList<ScoringInput>> check) => ForSeeds(seed =>
    {
        var maker = new RandomSet(seed);
        var set = maker.Set();
        check(set, maker.Group(set, 10));
    });

    private static void ForSeeds(Action<int> check) => Prop.ForAll<int>(seed =>
    {
        check(seed);
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(1_000_000));
}
