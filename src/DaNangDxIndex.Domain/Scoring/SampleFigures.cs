using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Figures for one sample of a rule: 0 the lowest, 1 half way, 2 the best. What a figure was given first it keeps.</summary>
internal sealed class SampleFigures(CriteriaSet set, int sample)
{
    private static readonly Fraction Whole = 100;
    private readonly Dictionary<string, FigureValue> _figures = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, FigureValue> Of(Rule rule)
    {
        Fill(rule);
        return _figures;
    }

    private void Fill(Rule rule)
    {
        switch (rule)
        {
            case Linear linear:
                Give(linear.Of, Between(linear.From, linear.Target switch
                {
                    Target.Number => linear.To,
                    Target.Highest => linear.From + 10,
                    Target.Lowest => Fraction.Zero,
                }));
                break;
            case Steps steps:
                Give(steps.Of, OnSteps(steps.Levels));
                break;
            case Choice choice:
                var options = choice.Options.OrderBy(option => option.Share).ToList();
                if (options.Count > 0)
                    _figures.TryAdd(choice.Of, FigureValue.Chosen(options[sample * (options.Count - 1) / 2].Option));
                break;
            case Sum sum:
                sum.Of.ToList().ForEach(part => Fill(part.Rule));
                break;
            case Best best:
                best.Of.ToList().ForEach(Fill);
                break;
        }
    }

    private Fraction Between(Fraction from, Fraction to) => from + ((to - from) * Fraction.Of(sample, 2));

    private Fraction OnSteps(IReadOnlyList<Level> levels) => sample switch
    {
        0 => levels[0].At.Sign > 0 ? Fraction.Zero : levels[0].At,
        1 => levels[(levels.Count - 1) / 2].At,
        _ => levels[^1].At,
    };

    // Whatever is taken away, and whatever is added behind the first, is nothing: the first figure carries the value.
    private void Give(Quantity quantity, Fraction value)
    {
        var over = Fraction.One;
        if (quantity.IsRatio)
        {
            Spread(quantity.Over, Whole);
            over = _figures.TryGetValue(quantity.Over[0].Figure, out var given) ? (Fraction)given.Number : Whole;
        }

        Spread(quantity.Sum, value * over);
    }

    private void Spread(IReadOnlyList<Term> terms, Fraction value)
    {
        for (var index = 0; index < terms.Count; index++)
        {
            if (set.Figure(terms[index].Figure) is { } figure)
                _figures.TryAdd(figure.Code, FigureValue.Of(Within(figure, index == 0 ? value : Fraction.Zero)));
        }
    }

    private static decimal Within(Figure figure, Fraction value)
    {
        var number = figure.Kind is FigureKind.Count or FigureKind.YesNo ? decimal.Ceiling(value.Round(6)) : value.Round(4);
        return Math.Max(FigureBounds.Least(figure) ?? number, Math.Min(FigureBounds.Most(figure) ?? number, number));
    }
}
