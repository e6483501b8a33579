using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Where the points of a criterion come from.</summary>
public enum ResultState
{
    /// <summary>From the rule.</summary>
    Scored,

    /// <summary>From the policy, because a denominator and its numerator are zero. Provisional until an appraiser confirms it.</summary>
    NothingDue,

    /// <summary>From the policy, because the criterion does not apply (kind of agency, or granted by an appraiser).</summary>
    NotApplicable,

    /// <summary>From an appraiser who set the points.</summary>
    Decided,

    /// <summary>Collected and not scored.</summary>
    Information,
}

/// <summary>One criterion of one scorecard.</summary>
public sealed record CriterionResult
{
    public required Criterion Criterion { get; init; }

    public required ResultState State { get; init; }

    /// <summary>The share of the maximum, from 0 to 1; null where it was excluded or not scored.</summary>
    public required Fraction? Share { get; init; }

    /// <summary>Share × maximum, rounded only where the method rounds at the criterion.</summary>
    public required Fraction Points { get; init; }

    /// <summary>The maximum that counts: 0 where the criterion is excluded.</summary>
    public required Fraction Maximum { get; init; }

    /// <summary>Blank figures the agency should have given; what depends on them earned nothing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Blank figures that come from a system, a survey or the office.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>The rule compares with the best of the group, which is not known yet.</summary>
    public bool AwaitsGroup { get; init; }

    /// <summary>
    /// Figures that contradict each other (a number over zero, a denominator below zero); what depends on them earned nothing.
    /// </summary>
    public IReadOnlyList<Quantity> Contradictory { get; init; } = [];

    /// <summary>
    /// Parts above their wholes: what depends on them earns nothing until an appraiser accepts the criterion with a sentence.
    /// </summary>
    public IReadOnlyList<Quantity> AboveWhole { get; init; } = [];

    /// <summary>False where something from outside is missing: a figure of others, or the best of the group.</summary>
    public bool IsComputable => Awaited.Count == 0 && !AwaitsGroup;

    /// <summary>
    /// What is missing is still to come: shown as "chưa tính". In a final scorecard nothing is open, and a blank earns nothing.
    /// </summary>
    public bool IsOpen { get; init; }

    /// <summary>Points that count: null where the criterion waits with all it has, or counts neither for nor against the agency.</summary>
    public Fraction? Counted => Share is null || (IsOpen && Points.IsZero) ? null : Points;
}
