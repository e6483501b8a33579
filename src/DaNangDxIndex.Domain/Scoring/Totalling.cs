using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// From points to a scorecard, in the order of the method: add the base, convert it, add the bonus, take off the penalty, not below 0, cap,
/// round once; then the tier of the rounded total and its gates. Where nothing
/// of the base applies the total is 0, without bonus and without tier.
/// </summary>
internal sealed class Totalling(CriteriaSet set)
{
    private readonly Method _method = set.Method;
    private readonly Fraction _wholeBase = set.Components.Where(component => component.Block == Block.Base)
        .Aggregate(Fraction.Zero, (sum, component) => sum + component.Maximum);

    public Scorecard Total(ScoringInput input, IReadOnlyList<CriterionResult> results)
    {
        var components = Components(results);
        var sums = SumsOf(components);
        var (tier, gates) = sums.Applicable.IsZero ? (null, []) : Tiering.Of(_method, sums.Total, components);
        return new Scorecard
        {
            Agency = input.Agency,
            Parent = input.Parent,
            Criteria = results,
            Components = components,
            Base = sums.Base,
            ApplicableMaximum = sums.Applicable,
            Converted = sums.Converted,
            Bonus = sums.Bonus,
            Penalty = sums.Penalty,
            BeforeCap = sums.BeforeCap,
            Total = sums.Total,
            Tier = tier,
            Gates = gates,
            Ranked = input.Ranked && IsRankable(sums.Applicable),
            Missing = Codes(results, result => result.Missing),
            Awaited = Codes(results, result => result.Awaited),
            Blocking = Codes(OfBlock(results, Block.Penalty), result => [.. result.Missing, .. result.Awaited]),
        };
    }

    /// <summary>Totals once more with all that waits at its best, and once with all penalties that wait at their worst.</summary>
    public OpenPart OpenOf(Scorecard card) => new(
        card.Criteria.Count(result => !result.IsComputable),
        TotalWithAllOf(card, block => block != Block.Penalty) - card.Total,
        card.Total - TotalWithAllOf(card, block => block == Block.Penalty));

    /// <summary>An agency to which too little applies, or nothing at all, is assessed and not ranked.</summary>
    public bool IsRankable(Fraction applicable) => !applicable.IsZero && applicable >= _method.LeastApplicable * _wholeBase;

    private Sums SumsOf(List<ComponentResult> components)
    {
        var (basePoints, applicable) = (Points(components, Block.Base), Sum(components, Block.Base, result => result.Maximum));
        var converted = applicable.IsZero ? Fraction.Zero
            : applicable == _method.Scale ? basePoints
            : basePoints * _method.Scale / applicable;
        var bonus = applicable.IsZero ? Fraction.Zero : Capped(Points(components, Block.Bonus), _method.BonusCap);
        var penalty = Capped(Points(components, Block.Penalty), _method.PenaltyCap);
        var beforeCap = Fraction.Max(Fraction.Zero, converted + bonus - penalty);
        var total = _method.Round(_method.Cap == TotalCap.Total ? Fraction.Min(_method.Scale, beforeCap) : beforeCap);
        return new(basePoints, applicable, converted, bonus, penalty, beforeCap, total);
    }

    private readonly record struct Sums(
        Fraction Base, Fraction Applicable, Fraction Converted, Fraction Bonus, Fraction Penalty, Fraction BeforeCap, decimal Total);

    private List<ComponentResult> Components(IReadOnlyList<CriterionResult> results)
    {
        var (components, first) = (new List<ComponentResult>(set.Components.Count), 0);
        foreach (var component in set.Components)
        {
            components.Add(ComponentOf(component, results, first, result => result.Points));
            first += component.Criteria.Count;
        }

        return components;
    }

    /// <summary>
    /// With all the points that criteria which wait could earn, or lose, in these blocks; long sums are taken again only where one waits.
    /// </summary>
    private decimal TotalWithAllOf(Scorecard card, Func<Block, bool> isFilled)
    {
        var (components, first, isChanged) = (new List<ComponentResult>(card.Components), 0, false);
        for (var index = 0; index < components.Count; index++)
        {
            var component = components[index].Component;
            if (isFilled(component.Block) && card.Criteria.Skip(first).Take(component.Criteria.Count).Any(result => !result.IsComputable))
                (components[index], isChanged) = (ComponentOf(component, card.Criteria, first, AtMost), true);
            first += component.Criteria.Count;
        }

        return isChanged ? SumsOf(components).Total : card.Total;
    }

    private Fraction AtMost(CriterionResult result)
    {
        if (result.IsComputable)
            return result.Points;
        var points = result.Criterion.Maximum;
        return _method.Stage == RoundingStage.Criterion ? points.Rounded(_method.Decimals, _method.Mode) : points;
    }

    private ComponentResult ComponentOf(
        Component component, IReadOnlyList<CriterionResult> results, int first, Func<CriterionResult, Fraction> pointsOf)
    {
        var (points, maximum) = (Fraction.Zero, Fraction.Zero);
        for (var next = first; next < first + component.Criteria.Count; next++)
        {
            points += pointsOf(results[next]);
            maximum += results[next].Maximum;
        }

        if (_method.Stage == RoundingStage.Component)
            points = points.Rounded(_method.Decimals, _method.Mode);
        return new(component, points, maximum);
    }

    private IEnumerable<CriterionResult> OfBlock(IReadOnlyList<CriterionResult> results, Block block)
    {
        var next = 0;
        foreach (var component in set.Components)
        {
            for (var end = next + component.Criteria.Count; next < end; next++)
            {
                if (component.Block == block)
                    yield return results[next];
            }
        }
    }

    private static Fraction Points(List<ComponentResult> components, Block block) => Sum(components, block, result => result.Points);

    private static Fraction Sum(List<ComponentResult> components, Block block, Func<ComponentResult, Fraction> value) =>
        components.Aggregate(Fraction.Zero, (sum, result) => result.Component.Block == block ? sum + value(result) : sum);

    private static Fraction Capped(Fraction points, Fraction? cap) => cap is null ? points : Fraction.Min(points, cap.Value);

    private static IReadOnlyList<string> Codes(
        IEnumerable<CriterionResult> results, Func<CriterionResult, IReadOnlyCollection<string>> codes) =>
        results.Any(result => codes(result).Count > 0) ? [.. results.SelectMany(codes).Distinct(StringComparer.Ordinal)] : [];
}
