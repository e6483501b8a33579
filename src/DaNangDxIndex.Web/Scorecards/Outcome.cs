using DaNangDxIndex.Assessments;
using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Scorecards;

/// <summary>The head of an agency's page: rank, total and tier in large figures, and what they stand on.</summary>
public sealed record Outcome(string? Rank, int Of, string? Total, string Scale, TierMark? Tier, RankChange Change)
{
    /// <summary>The published version in words ("Bản công bố số 1, 12/12/2024"); null before publication.</summary>
    public string? Version { get; init; }

    public bool Submitted { get; init; } = true;

    public Provenance? RankFrom { get; init; }

    public Provenance? TotalFrom { get; init; }

    public Provenance? TierFrom { get; init; }
}
