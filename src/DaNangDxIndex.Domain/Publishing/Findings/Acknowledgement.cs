namespace DaNangDxIndex.Publishing.Findings;

/// <summary>A signatory has read one finding about exactly these results. Written once, never changed.</summary>
/// <param name="digest">Of the findings and results that were on screen (<see cref="EditionFindings.Digest"/>).</param>
/// <param name="name">Of the signatory, as it was then.</param>
public sealed class Acknowledgement(int year, string digest, FindingKind kind, Guid by, string name, DateTimeOffset at)
{
    public int Year { get; private set; } = year;

    public string Digest { get; private set; } = digest;

    public FindingKind Kind { get; private set; } = kind;

    public Guid By { get; private set; } = by;

    public string Name { get; private set; } = name;

    public DateTimeOffset At { get; private set; } = at;
}
