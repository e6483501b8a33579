namespace DaNangDxIndex.Ranking;

/// <summary>Search and filters over a ranked table, sent by GET; with script the table narrows while one types.</summary>
public sealed record StandingsFilter(string? Search, string? Tier, IReadOnlyList<TierMark> Tiers, int Shown, int All)
{
    public string? Parent { get; init; }

    /// <summary>Label of the choice of parents ("Quận, huyện"); null leaves it out.</summary>
    public string? ParentLabel { get; init; }

    public IReadOnlyList<string> Parents { get; init; } = [];
}
