namespace DaNangDxIndex.Editions;

/// <summary>How many agencies stood in a tier, as others printed it.</summary>
public sealed class ImportedTierCount(int year, string group, string tier, int agencies, string source)
{
    public int Year { get; private set; } = year;

    public string Group { get; private set; } = group;

    public string Tier { get; private set; } = tier;

    public int Agencies { get; private set; } = agencies;

    public string Source { get; private set; } = source;
}
