using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// A rule tried on three agencies that are made for it: one at its lowest, one half way, one at its best. For whoever writes the rule, to
/// see what it does.
/// </summary>
public static class RuleSamples
{
    private const int Count = 3;
    private static readonly Tier Any = new("any", new("", ""), Fraction.Zero);

    /// <summary>What each of the three earns, with its figures, from the lowest; none where the criterion has no rule.</summary>
    /// <param name="set">Holds the criterion and its figures; its method need not be whole.</param>
    public static IReadOnlyList<Explanation> Of(CriteriaSet set, Criterion criterion)
    {
        if (criterion.Rule is null)
            return [];
        var alone = set with
        {
            Kinds = [],
            Components = [set.ComponentOf(criterion.Code) is { } component
                ? component with { Criteria = [criterion] }
                : new Component { Code = criterion.Code, Name = criterion.Name, Criteria = [criterion] }],
            Method = set.Method with
            {
                Scale = Fraction.Max(Fraction.One, criterion.Maximum),
                Tiers = [Any],
                Gates = [],
                TieKeys = [],
                LeastApplicable = Fraction.Zero,
            },
        };
        var inputs = Enumerable.Range(0, Count).Select(sample => new ScoringInput
        {
            Agency = $"sample-{sample}",
            Figures = new SampleFigures(set, sample).Of(criterion.Rule),
        }).ToList();
        var scorer = new Scorer(alone);
        var best = scorer.BestOf(inputs);
        return [.. inputs.Select(input => Explanation.Of(alone, scorer.Score(input, best).Criteria[0], input, best))];
    }
}
