namespace DaNangDxIndex.Editions;

/// <summary>One line of a ranking as others printed it. Whatever was not printed stays null; nothing here is computed.</summary>
public sealed class ImportedStanding(int year, string group, string agency, int? rank, string? total, string? tier, string source)
{
    public int Year { get; private set; } = year;

    public string Group { get; private set; } = group;

    public string Agency { get; private set; } = agency;

    public int? Rank { get; private set; } = rank;

    /// <summary>As printed, invariant ("93.3"): never padded to decimals that nobody printed.</summary>
    public string? Total { get; private set; } = total;

    public string? Tier { get; private set; } = tier;

    public string Source { get; private set; } = source;
}
