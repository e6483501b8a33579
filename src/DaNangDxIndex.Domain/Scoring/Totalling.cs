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
        var (basePoints, applicable) = (Points(components, Block.Base), Sum(components, Block.Base, result => result.Maximum));
        var converted = applicable.IsZero ? Fraction.Zero
            : applicable == _method.Scale ? basePoints
            : basePoints * _method.Scale / applicable;
        var bonus = applicable.IsZero ? Fraction.Zero : Capped(Points(components, Block.Bonus), _method.BonusCap);
        var penalty = Capped(Points(components, Block.Penalty), _method.PenaltyCap);
        var beforeCap = Fraction.Max(Fraction.Zero, converted + bonus - penalty);
        var total = _method.Round(_method.Cap == TotalCap.Total ? Fraction.Min(_method.Scale, beforeCap) : beforeCap);
        var (tier, gates) = applicable.IsZero ? (null, []) : Tiering.Of(_method, total, components);
        return new Scorecard
        {
            Agency = input.Agency,
            Parent = input.Parent,
            Criteria = results,
            Components = components,
            Base = basePoints,
            ApplicableMaximum = applicable,
            Converted = converted,
            Bonus = bonus,
            Penalty = penalty,
            BeforeCap = beforeCap,
            Total = total,
            Tier = tier,
            Gates = gates,
            Ranked = input.Ranked && IsRankable(applicable),
            Missing = Codes(results, result => result.Missing),
            Awaited = Codes(results, result => result.Awaited),
            Blocking = Codes(OfBlock(results, Block.Penalty), result => [.. result.Missing, .. result.Awaited]),
        };
    }

    /// <summary>Totals once more with all that waits at its best, and once with all penalties that wait at their worst.</summary>
    public OpenPart OpenOf(ScoringInput input, Scorecard card)
    {
        var blocks = set.Components.SelectMany(component => Enumerable.Repeat(component.Block, component.Criteria.Count)).ToList();
        var waiting = card.Criteria.Count(result => !result.IsComputable);
        return new OpenPart(
            waiting, TotalWith(block => block != Block.Penalty) - card.Total, card.Total - TotalWith(block => block == Block.Penalty));

        decimal TotalWith(Func<Block, bool> filled) => Total(
            input, [.. card.Criteria.Zip(blocks, (result, block) => result.IsComputable || !filled(block) ? result : Full(result))]).Total;
    }

    private CriterionResult Full(CriterionResult result)
    {
        var points = result.Criterion.Maximum;
        return result with { Points = _method.Stage == RoundingStage.Criterion ? points.Rounded(_method.Decimals, _method.Mode) : points };
    }

    /// <summary>An agency to which too little applies, or nothing at all, is assessed and not ranked.</summary>
    public bool IsRankable(Fraction applicable) => !applicable.IsZero && applicable >= _method.LeastApplicable * _wholeBase;

    private List<ComponentResult> Components(IReadOnlyList<CriterionResult> results)
    {
        var (components, next) = (new List<ComponentResult>(set.Components.Count), 0);
        foreach (var component in set.Components)
        {
            var (points, maximum) = (Fraction.Zero, Fraction.Zero);
            for (var end = next + component.Criteria.Count; next < end; next++)
            {
                points += results[next].Points;
                maximum += results[next].Maximum;
            }

            if (_method.Stage == RoundingStage.Component)
                points = points.Rounded(_method.Decimals, _method.Mode);
            components.Add(new ComponentResult(component, points, maximum));
        }

        return components;
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
