using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>What came out for one agency: one standing with its scorecard. Exact points are fractions; the total is as printed.</summary>
public sealed record Result
{
    public required string Agency { get; init; }

    /// <summary>Null for an agency that is assessed and not ranked.</summary>
    public required int? Rank { get; init; }

    /// <summary>With the method's decimals, invariant: "98.06".</summary>
    public required string Total { get; init; }

    /// <summary>Code of the tier; null for an agency without one.</summary>
    public required string? Tier { get; init; }

    public required Fraction Base { get; init; }

    public required Fraction Applicable { get; init; }

    public required Fraction Converted { get; init; }

    public required Fraction Bonus { get; init; }

    public required Fraction Penalty { get; init; }

    public required Fraction BeforeCap { get; init; }

    public required IReadOnlyList<PointsOf> Components { get; init; }

    public required IReadOnlyList<PointsOf> Pillars { get; init; }

    public required IReadOnlyList<CriterionPoints> Criteria { get; init; }

    /// <summary>Footnotes to the tier, where a gate moved the agency.</summary>
    public required IReadOnlyList<Bilingual> Footnotes { get; init; }

    /// <summary>What the agency gave itself; null where nothing was submitted.</summary>
    public required SelfAssessed? SelfAssessed { get; init; }
}

/// <summary>Points and the maximum that counted, of a component or a pillar.</summary>
public sealed record PointsOf(string Code, Fraction Points, Fraction Maximum);

/// <summary>Points of one criterion; <paramref name="State"/> is scored, nothingDue, notApplicable, decided or information.</summary>
public sealed record CriterionPoints(string Code, ResultState State, Fraction Points, Fraction Maximum);

/// <summary>The result by the figures that the agency declared itself, before any decision (<see cref="Scorer.SelfAssess"/>).</summary>
/// <param name="Total">As printed.</param>
/// <param name="Open">What the total leaves open.</param>
public sealed record SelfAssessed(string Total, OpenPart Open, IReadOnlyList<SelfPoints> Criteria)
{
    public SelfPoints? Of(string criterion) =>
        Criteria.FirstOrDefault(points => string.Equals(points.Code, criterion, StringComparison.Ordinal));
}

/// <summary>Self-assessed points of one criterion.</summary>
/// <param name="Points">Null where the criterion counts neither for nor against the agency, or waits with all it has: that is not
/// 0.</param>
/// <param name="Open">What the agency cannot know when it declares: null where it can.</param>
public sealed record SelfPoints(string Code, ResultState State, Fraction? Points, Fraction Maximum, OpenFor? Open);

/// <summary>What a self-assessed criterion waits for.</summary>
public enum OpenFor
{
    Survey,
    System,
    Office,

    /// <summary>It is compared with the best of the group.</summary>
    Group,
}
