using DaNangDxIndex.Criteria;
using FsCheck;
using FsCheck.Fluent;
using static DaNangDxIndex.Scoring.NextTierSets;

namespace DaNangDxIndex.Scoring;

public class NextTierProperties
{
    [Fact]
    public void Advice_that_is_followed_reaches_the_tier_and_one_unit_less_does_not() => Prop.ForAll<int>(seed =>
    {
        var (scorer, input) = Made(new Random(seed));
        var advice = NextTier.Of(scorer, input, GroupBest.None);
        var tiers = scorer.Set.Method.Tiers.Select(tier => tier.Code).ToList();
        foreach (var suggestion in advice.Suggestions)
        {
            PlaceOf(suggestion.Changes).ShouldBeLessThanOrEqualTo(tiers.IndexOf(advice.Next?.Code ?? ""));
            if (suggestion.Changes is [{ From: { Option: null } from } change] && change.Figure.Kind == FigureKind.Count)
            {
                var less = change with { To = FigureValue.Of(change.To.Number - Math.Sign(change.To.Number - from.Number)) };
                PlaceOf([less]).ShouldBeGreaterThan(tiers.IndexOf(advice.Next?.Code ?? ""));
            }
        }

        int PlaceOf(IReadOnlyList<FigureChange> changes)
        {
            var followed = new Dictionary<string, FigureValue>(input.Figures, StringComparer.Ordinal);
            foreach (var change in changes)
            {
                change.From.ShouldBe(followed.TryGetValue(change.Figure.Code, out var value) ? value : null);
                FigureBounds.Refusal(change.Figure, change.To.Number)
                    .ShouldBe(change.To.Option is null ? null : FigureBounds.Refusal(change.Figure, 0));
                followed[change.Figure.Code] = change.To;
            }

            return tiers.IndexOf(scorer.Score(input with { Figures = followed }, GroupBest.None).Tier?.Code ?? "");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    /// <summary>Against trying every value of every figure that can move.</summary>
    [Fact]
    public void Nothing_that_one_figure_can_do_is_overlooked() => Prop.ForAll<int>(seed =>
    {
        var (scorer, input) = Made(new Random(seed), blanks: false);
        var advice = NextTier.Of(scorer, input, GroupBest.None);
        if (advice.Next is null)
            return;
        var tiers = scorer.Set.Method.Tiers.Select(tier => tier.Code).ToList();
        var suffices = scorer.Set.Figures
            .Where(figure => figure.Source == FigureSource.Agency && !figure.Code.EndsWith("-whole", StringComparison.Ordinal))
            .Where(Suffices).Select(figure => figure.Code).ToList();

        advice.Suggestions.Where(suggestion => suggestion.Changes.Count == 1).Select(suggestion => suggestion.Changes[0].Figure.Code)
            .Except(suffices, StringComparer.Ordinal).ShouldBeEmpty();
        advice.Suggestions.Count(suggestion => suggestion.Changes.Count == 1).ShouldBe(Math.Min(3, suffices.Count));

        bool Suffices(Figure figure)
        {
            var most = input.Figures.TryGetValue(figure.Code.Replace("-part", "-whole", StringComparison.Ordinal), out var whole)
                && figure.Code.EndsWith("-part", StringComparison.Ordinal) ? (int)whole.Number : 40;
            return Enumerable.Range(0, most + 1).Any(number => tiers.IndexOf(scorer.Score(
                input with { Figures = new Dictionary<string,
                    FigureValue>(input.Figures, StringComparer.Ordinal) { [figure.Code] = FigureValue.Of(number) } },
                    GroupBest.None).Tier?.Code ?? "")
                <= tiers.IndexOf(advice.Next.Code));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    // A dozen criteria of all shapes; decimals, rounding and tiers differ; totals often sit on the half below a bound.
    private static (Scorer Scorer, ScoringInput Input) Made(Random random, bool blanks = true)
    {
        List<Figure> figures = [];
        List<(string, FigureValue)> values = [];
        var criteria = Enumerable.Range(0, 12).Select(place => Criterion($"C{place}", 1, Shape(place))).ToList();
        var left = 100;
        for (var place = 0; place < criteria.Count; place++)
        {
            var maximum = place == criteria.Count - 1 ? left : random.Next(1, Math.Min(20, left - (criteria.Count - place)));
            criteria[place] = criteria[place] with { Maximum = maximum };
            left -= maximum;
        }

        var set = Set(figures, Component("K", criteria.Take(6).ToList()), Component("L", criteria.Skip(6).ToList())) with
        {
            Method = Usual with
            {
                Decimals = random.Next(0, 4),
                Mode = random.Next(4) == 0 ? RoundingMode.Truncate : RoundingMode.HalfUp,
                Stage = (RoundingStage)random.Next(3),
                Gates = random.Next(3) == 0 ? [new Gate("excellent", [], Fraction.Of(1, 2))] : [],
            },
        };
        return (new Scorer(set), Input([.. values]));

        Rule Shape(int place)
        {
            var name = $"f{place}";
            switch (random.Next(6))
            {
                case 0:
                    Add(name + "-whole", random.Next(20, 40));
                    Add(name + "-part", random.Next(0, 20));
                    return new Linear(Ratio(name + "-part", name + "-whole"), 0, Fraction.Of(random.Next(2, 4), 3));
                case 1:
                    Add(name, random.Next(0, 12));
                    return new Linear(Of(name), 0, random.Next(5, 12));
                case 2:
                    Add(name, random.Next(0, 9));
                    return new Linear(Of(name), 9, 0);
                case 3:
                    Add(name, random.Next(0, 6));
                    return new Steps(Of(name), [new Level(1, Fraction.Of(1, 3)), new Level(4, 1)]);
                case 4:
                    Add(name, random.Next(0, 3));
                    return new Steps(Of(name), [new Level(0, 1), new Level(1, 0)]);
                default:
                    Add(name, random.Next(0, 12));
                    Add(name + "b", random.Next(0, 12));
                    return new Best([new Linear(Of(name), 0, 10), new Linear(Of(name + "b"), 2, 7)]);
            }
        }

        void Add(string code, int value)
        {
            figures.Add(Count(code) with { Source = random.Next(5) == 0 ? FigureSource.Survey : FigureSource.Agency });
            if (!blanks || random.Next(12) > 0)
                values.Add((code, FigureValue.Of(value)));
        }
    }
}
