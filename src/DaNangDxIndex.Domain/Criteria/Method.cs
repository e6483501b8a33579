namespace DaNangDxIndex.Criteria;

public enum RoundingStage
{
    /// <summary>Once, at the total (the default).</summary>
    Total,

    /// <summary>Each component is rounded, then the total.</summary>
    Component,

    /// <summary>Each criterion is rounded, then the total.</summary>
    Criterion,
}

public enum RankingMethod
{
    /// <summary>Ties share a rank and the next one is skipped: 1, 2, 2, 4.</summary>
    Competition,

    /// <summary>Ties share a rank and nothing is skipped: 1, 2, 2, 3.</summary>
    Dense,
}

public enum RankedWithin
{
    Group,

    /// <summary>Agencies are ranked against those with the same parent only, as communes inside their district.</summary>
    Parent,
}

public enum TotalCap
{
    /// <summary>The total never passes the scale.</summary>
    Total,

    /// <summary>Bonus points may carry the total past the scale.</summary>
    None,
}

public enum TiersOn
{
    Points,

    /// <summary>Percent of the scale.</summary>
    Percent,
}

public enum TierBounds
{
    /// <summary>A bound belongs to the tier above it: excellent is 90 or more.</summary>
    LowerInclusive,

    /// <summary>A bound belongs to the tier below it: excellent is more than 90.</summary>
    UpperInclusive,
}

/// <summary>What becomes of an agency that did not submit by its own deadline; it bears the mark "not submitted" either way.</summary>
public enum NotSubmittedPolicy
{
    /// <summary>Not scored, not ranked, without a tier; listed under the table.</summary>
    LeftOut,

    /// <summary>Scored and ranked on the figures that are there.</summary>
    Scored,
}

/// <summary>A class of results; <paramref name="From"/> is its lower bound in the measure of the method.</summary>
public sealed record Tier(string Code, Bilingual Name, Fraction From);

/// <summary>
/// No agency is in <paramref name="Tier"/> or above while one of the components stays under the least share of its applicable maximum.
/// Without components named, every component of the base counts. It states itself as a footnote when it bites.
/// </summary>
public sealed record Gate(string Tier, IReadOnlyList<string> Components, Fraction Least);

/// <summary>A component or a criterion whose points (rounded as printed, higher first) part agencies with equal totals.</summary>
public sealed record TieKey(string Code, bool IsComponent)
{
    /// <summary>The key is this component, or a criterion of it.</summary>
    public bool Names(Component component) =>
        IsComponent ? component.Code == Code : component.Criteria.Any(criterion => criterion.Code == Code);
}

/// <summary>How points become a total, a rank and a tier: data of the edition, printed on its methodology page and in its bundle.</summary>
public sealed record Method
{
    /// <summary>The sum of the maxima of the base, and what a base with exclusions is converted to.</summary>
    public required Fraction Scale { get; init; }

    /// <summary>Decimals of totals and of every rounding, 0 to 6.</summary>
    public int Decimals { get; init; } = 2;

    public RoundingStage Stage { get; init; } = RoundingStage.Total;

    public RoundingMode Mode { get; init; } = RoundingMode.HalfUp;

    public RankingMethod Ranking { get; init; } = RankingMethod.Competition;

    public RankedWithin Within { get; init; } = RankedWithin.Group;

    public IReadOnlyList<TieKey> TieKeys { get; init; } = [];

    public TotalCap Cap { get; init; } = TotalCap.Total;

    /// <summary>The most that all bonus components add; null for no cap.</summary>
    public Fraction? BonusCap { get; init; }

    /// <summary>The most that all penalty components take away; null for no cap.</summary>
    public Fraction? PenaltyCap { get; init; }

    /// <summary>Below this share of the base's maximum an agency is assessed and not ranked.</summary>
    public Fraction LeastApplicable { get; init; }

    public TiersOn TiersOn { get; init; } = TiersOn.Points;

    public TierBounds TierBounds { get; init; } = TierBounds.LowerInclusive;

    /// <summary>Highest first; the last begins at zero.</summary>
    public required IReadOnlyList<Tier> Tiers { get; init; }

    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>What a criterion's policies are where it does not state its own; null where each must.</summary>
    public Policy? NotApplicable { get; init; }

    public Policy? NothingDue { get; init; }

    public NotSubmittedPolicy NotSubmitted { get; init; } = NotSubmittedPolicy.LeftOut;

    /// <summary>
    /// Points as they are printed: with the method's decimals and by its mode. Page, document, file and explanation all show this number.
    /// </summary>
    public decimal Round(Fraction points) => points.Round(Decimals, Mode);

    /// <summary>The lower bound of a tier in points, whatever the method measures tiers on.</summary>
    public Fraction PointsAt(Tier tier) => TiersOn == TiersOn.Percent ? tier.From * Scale / 100 : tier.From;
}
