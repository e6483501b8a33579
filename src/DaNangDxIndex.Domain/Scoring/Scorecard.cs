using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The result of one agency: exact points per criterion, component and pillar, and a total rounded as the method says.</summary>
public sealed record Scorecard
{
    public required string Agency { get; init; }

    public string? Parent { get; init; }

    /// <summary>In the order of the criteria set.</summary>
    public required IReadOnlyList<CriterionResult> Criteria { get; init; }

    public required IReadOnlyList<ComponentResult> Components { get; init; }

    /// <summary>Points of the base per pillar that occurs in it, computed when asked for.</summary>
    public IReadOnlyList<PillarResult> Pillars => PillarResult.Of(this);

    /// <summary>Points of the base before conversion.</summary>
    public required Fraction Base { get; init; }

    /// <summary>The base's maximum without what was excluded.</summary>
    public required Fraction ApplicableMaximum { get; init; }

    /// <summary>Base / applicable maximum × scale; equal to the base where nothing was excluded, 0 where nothing applied.</summary>
    public required Fraction Converted { get; init; }

    /// <summary>Bonus after its cap.</summary>
    public required Fraction Bonus { get; init; }

    /// <summary>Penalty after its cap, as a number of points lost.</summary>
    public required Fraction Penalty { get; init; }

    /// <summary>Converted + bonus - penalty, not below 0, before the cap of the total.</summary>
    public required Fraction BeforeCap { get; init; }

    /// <summary>Rounded once to the method's decimals, which the decimal carries ("90.00"). Rank and tier come from it.</summary>
    public required decimal Total { get; init; }

    /// <summary>Null where nothing applied: there is nothing to classify.</summary>
    public required Tier? Tier { get; init; }

    /// <summary>The gates that keep the agency out of a better tier, each a footnote to the tier.</summary>
    public IReadOnlyList<GateBite> Gates { get; init; } = [];

    /// <summary>False where the edition, or the least applicable share, leaves the agency assessed and not ranked.</summary>
    public required bool Ranked { get; init; }

    /// <summary>Blank figures the agency should have given.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Blank figures that come from a system, a survey or the office.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>
    /// Blank figures of penalty criteria: while there is one, the scorecard cannot be closed, because silence must not pay.
    /// </summary>
    public IReadOnlyList<string> Blocking { get; init; } = [];

    /// <summary>
    /// What is not counted yet, where the scorecard is a self-assessed or an appraised
    /// one; a final scorecard leaves nothing open, for what is blank then earns nothing.
    /// </summary>
    public OpenPart Open { get; init; } = OpenPart.None;

    /// <summary>The result of a criterion of the set.</summary>
    public CriterionResult ResultOf(string criterion) =>
        Criteria.First(result => string.Equals(result.Criterion.Code, criterion, StringComparison.Ordinal));

    /// <summary>
    /// Points earned on the component or criterion that a tie key names. On a penalty
    /// they are what was lost, hence negative: the agency that lost less stands first.
    /// </summary>
    public Fraction EarnedOn(TieKey key)
    {
        var component = Components.First(result => key.Names(result.Component));
        var points = key.IsComponent ? component.Points : ResultOf(key.Code).Points;
        return component.Component.Block == Block.Penalty ? -points : points;
    }

    /// <summary>Every criterion has its points: nothing waits for the group or for figures from outside.</summary>
    public bool IsComputable => Criteria.All(criterion => criterion.IsComputable);
}

/// <summary>Points of one component; <paramref name="Maximum"/> leaves out what was excluded.</summary>
public sealed record ComponentResult(Component Component, Fraction Points, Fraction Maximum);

/// <summary>Points of the base under one pillar.</summary>
public sealed record PillarResult(Pillar Pillar, Fraction Points, Fraction Maximum)
{
    internal static IReadOnlyList<PillarResult> Of(Scorecard card)
    {
        var blocks = card.Components.SelectMany(result => Enumerable.Repeat(result.Component.Block, result.Component.Criteria.Count));
        return [.. card.Criteria.Zip(blocks).Where(pair => pair.Second == Block.Base).Select(pair => pair.First)
            .GroupBy(result => result.Criterion.Pillar)
            .OrderBy(pillar => pillar.Key)
            .Select(pillar => new PillarResult(pillar.Key, Sum(pillar, result => result.Points), Sum(pillar, result => result.Maximum)))];
    }

    private static Fraction Sum(IEnumerable<CriterionResult> results, Func<CriterionResult, Fraction> value) =>
        results.Aggregate(Fraction.Zero, (sum, result) => sum + value(result));
}
