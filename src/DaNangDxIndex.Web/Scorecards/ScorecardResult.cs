namespace DaNangDxIndex.Scorecards;

/// <summary>Total, rank and tier, with the lines that lead to the total in the order of the method: base, conversion, bonus, penalty, cap.</summary>
public sealed record ScorecardResult
{
    /// <summary>Null where nothing is computed yet or known: printed as a dash, never as zero.</summary>
    public required decimal? Total { get; init; }

    /// <summary>What a full score is, 100 as a rule.</summary>
    public required decimal Scale { get; init; }

    /// <summary>Null for an agency that is assessed but not ranked.</summary>
    public required int? Rank { get; init; }

    /// <summary>How many agencies of the group are ranked.</summary>
    public required int Ranked { get; init; }

    public required Bilingual? Tier { get; init; }

    /// <summary>Why there is no rank.</summary>
    public Bilingual? NotRanked { get; init; }

    /// <summary>Places won (positive) or lost against the last edition; null where unknown.</summary>
    public int? RankChange { get; init; }

    public decimal? Earned { get; init; }
    public decimal? ApplicableMaximum { get; init; }

    /// <summary>The base brought to the scale, given only when criteria were excluded.</summary>
    public decimal? Converted { get; init; }

    public decimal? Bonus { get; init; }

    /// <summary>The amount taken off, as a positive number.</summary>
    public decimal? Penalty { get; init; }

    /// <summary>The total before the cap, given only when the cap bit.</summary>
    public decimal? BeforeCap { get; init; }
}

/// <summary>Lower bounds from the highest tier down.</summary>
public sealed record ScorecardTierScale(IReadOnlyList<ScorecardTier> Tiers, bool LowerInclusive = true, bool InPercent = false);

public sealed record ScorecardTier(Bilingual Name, decimal From);
