using System.Numerics;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The same totals as plainly as exactness allows: numerator and denominator in BigIntegers, the common divisor taken out after every step.
/// It knows the rules of <see cref="BenchmarkGroup"/> and no others, and shares nothing with the engine.
/// </summary>
internal static class PlainFractions
{
    /// <summary>Totals in hundredths, in the order of the inputs.</summary>
    public static long[] Totals(BenchmarkGroup group) => [.. group.Inputs.Select(input => Total(group.Set, input))];

    /// <summary>The same in doubles, as a spreadsheet computes it.</summary>
    public static long[] InDoubles(BenchmarkGroup group) => [.. group.Inputs.Select(input => InDoubles(group.Set, input))];

    private static long Total(CriteriaSet set, ScoringInput input)
    {
        var (points, maximum) = (new Q(0, 1), new Q(0, 1));
        foreach (var criterion in set.Criteria)
        {
            if (Share(criterion, input) is not { } share)
                continue;
            var most = Exact(criterion.Maximum);
            points = points.Plus(share.Times(most));
            maximum = maximum.Plus(most);
        }

        var total = points.Times(new Q(100, 1)).Over(maximum).Times(new Q(100, 1));
        return (long)(((2 * total.Top) + total.Bottom) / (2 * total.Bottom));
    }

    private static Q? Share(Criterion criterion, ScoringInput input)
    {
        var quantity = criterion.Rule is Steps steps ? steps.Of : ((Linear?)criterion.Rule)?.Of;
        if (quantity is null || !input.Figures.TryGetValue(quantity.Sum[0].Figure, out var part))
            return new Q(0, 1);
        var value = new Q((BigInteger)part.Number, 1);
        if (quantity.IsRatio)
        {
            if (!input.Figures.TryGetValue(quantity.Over[0].Figure, out var whole))
                return new Q(0, 1);
            if (whole.Number == 0)
                return part.Number == 0 ? null : new Q(0, 1);
            value = value.Over(new Q((BigInteger)whole.Number, 1));
        }

        if (criterion.Rule is Steps levels)
            return Exact(levels.Levels.LastOrDefault(level => value.Against(Exact(level.At)) >= 0)?.Share ?? Fraction.Zero);
        var (from, to) = criterion.Rule is Linear linear ? (Exact(linear.From), Exact(linear.To)) : default;
        if (value.Against(from) <= 0)
            return new Q(0, 1);
        return value.Against(to) >= 0 ? new Q(1, 1) : value.Minus(from).Over(to.Minus(from));
    }

    private static long InDoubles(CriteriaSet set, ScoringInput input)
    {
        var (points, maximum) = (0.0, 0.0);
        foreach (var criterion in set.Criteria)
        {
            if (Share(criterion, input) is null)
                continue;
            points += criterion.Maximum.ToDouble() * ShareInDoubles(criterion, input);
            maximum += criterion.Maximum.ToDouble();
        }

        return (long)Math.Round(points * 100 / maximum * 100, MidpointRounding.AwayFromZero);
    }

    private static double ShareInDoubles(Criterion criterion, ScoringInput input)
    {
        var quantity = criterion.Rule is Steps steps ? steps.Of : ((Linear?)criterion.Rule)?.Of;
        if (quantity is null || !input.Figures.TryGetValue(quantity.Sum[0].Figure, out var part))
            return 0;
        var value = (double)part.Number;
        if (quantity.IsRatio)
        {
            if (!input.Figures.TryGetValue(quantity.Over[0].Figure, out var whole) || whole.Number == 0)
                return 0;
            value /= (double)whole.Number;
        }

        if (criterion.Rule is Steps levels)
            return levels.Levels.LastOrDefault(level => value >= level.At.ToDouble())?.Share.ToDouble() ?? 0;
        var (from, to) = criterion.Rule is Linear linear ? (linear.From.ToDouble(), linear.To.ToDouble()) : default;
        return Math.Clamp((value - from) / (to - from), 0, 1);
    }

    private static Q Exact(Fraction number) => new(number.Numerator, number.Denominator);

    private readonly record struct Q(BigInteger Top, BigInteger Bottom)
    {
        public Q Plus(Q other) => Reduced((Top * other.Bottom) + (other.Top * Bottom), Bottom * other.Bottom);

        public Q Minus(Q other) => Reduced((Top * other.Bottom) - (other.Top * Bottom), Bottom * other.Bottom);

        public Q Times(Q other) => Reduced(Top * other.Top, Bottom * other.Bottom);

        public Q Over(Q other) => Reduced(Top * other.Bottom, Bottom * other.Top);

        public int Against(Q other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

        private static Q Reduced(BigInteger top, BigInteger bottom)
        {
            var divisor = BigInteger.GreatestCommonDivisor(top, bottom);
            return new(top / divisor, bottom / divisor);
        }
    }
}
