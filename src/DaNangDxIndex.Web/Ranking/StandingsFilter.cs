namespace DaNangDxIndex.Ranking;

/// <summary>Search and filters over a ranked table, sent by GET; with script the table narrows while one types.</summary>
public sealed record StandingsFilter(string? Search, string? Tier, IReadOnlyList<TierMark> Tiers, int Shown, int All)
{
    /// <summary>Code of the parent that is asked for.</summary>
    public string? Parent { get; init; }

    /// <summary>Label of the choice of parents ("Quận, huyện"); null leaves it out.</summary>
    public string? ParentLabel { get; init; }

    public IReadOnlyList<(string Code, string Name)> Parents { get; init; } = [];

    /// <summary>Where the same words are looked for in all groups; null leaves the button out.</summary>
    public string? Everywhere { get; init; }
}
