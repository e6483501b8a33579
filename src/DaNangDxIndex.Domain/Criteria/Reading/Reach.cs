namespace DaNangDxIndex.Criteria.Reading;

/// <summary>
/// The greatest share a rule can give when every figure has the best value its bounds allow. Below 1 the maximum is out of reach.
/// </summary>
internal sealed class Reach(Func<string, Figure?> figure)
{
    public Fraction Of(Rule rule) => rule switch
    {
        Linear linear => OfLinear(linear),
        Steps steps => OfSteps(steps),
        Choice choice => choice.Options.Select(option => option.Share).Append(Fraction.Zero).Max(),
        Sum sum => Fraction.Min(sum.Cap, sum.Of.Aggregate(Fraction.Zero, (total, part) => total + (part.Weight * Of(part.Rule)))),
        Best best => best.Of.Select(Of).Append(Fraction.Zero).Max(),
        _ => Fraction.One,
    };

    /// <summary>The least value the sum can have, or null where nothing bounds it.</summary>
    public Fraction? Least(IReadOnlyList<Term> terms) => Bound(terms, upper: false);

    private Fraction OfLinear(Linear linear)
    {
        if (linear.Target != Target.Number || linear.Of.IsRatio || linear.From == linear.To)
            return Fraction.One;
        var bound = Bound(linear.Of.Sum, upper: linear.To > linear.From);
        return bound is null ? Fraction.One : ((bound.Value - linear.From) / (linear.To - linear.From)).Between(0, 1);
    }

    private Fraction OfSteps(Steps steps)
    {
        var (least, most) = steps.Of.IsRatio ? (null, null) : (Bound(steps.Of.Sum, upper: false), Bound(steps.Of.Sum, upper: true));
        var reached = steps.Levels.Where((level, index) =>
            (most is null || level.At <= most) && (least is null || index == steps.Levels.Count - 1 || steps.Levels[index + 1].At > least));
        return reached.Select(level => level.Share).Append(Fraction.Zero).Max();
    }

    private Fraction? Bound(IReadOnlyList<Term> terms, bool upper)
    {
        var sum = Fraction.Zero;
        foreach (var term in terms)
        {
            if (figure(term.Figure) is not { } found || Bound(found, upper != term.Minus) is not { } bound)
                return null;
            sum += term.Minus ? -bound : bound;
        }

        return sum;
    }

    private static Fraction? Bound(Figure figure, bool upper) => upper ? FigureBounds.Most(figure) : FigureBounds.Least(figure);
}
