namespace DaNangDxIndex.Criteria;

/// <summary>Where the points of a component go.</summary>
public enum Block
{
    /// <summary>Into the base, which is converted when something was excluded.</summary>
    Base,

    /// <summary>On top, up to the bonus cap of the method.</summary>
    Bonus,

    /// <summary>Off the total, up to the penalty cap of the method: points of its criteria are points lost.</summary>
    Penalty,
}

/// <summary>A part of the criteria set: its maximum is the sum of the maxima of its criteria.</summary>
public sealed record Component
{
    public required string Code { get; init; }

    public required Bilingual Name { get; init; }

    public Block Block { get; init; } = Block.Base;

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>1, or -1 for a penalty: wherever its points are printed, they are printed as what they do to the total.</summary>
    public int Sign => Block == Block.Penalty ? -1 : 1;

    public Fraction Maximum => Criteria.Aggregate(Fraction.Zero, (sum, criterion) => sum + criterion.Maximum);
}
