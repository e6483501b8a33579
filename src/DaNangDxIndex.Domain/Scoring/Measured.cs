namespace DaNangDxIndex.Scoring;

internal enum MeasuredState
{
    Value,
    Blank,
    NothingDue,
    Contradictory,

    /// <summary>A part above its whole, which nobody has answered for.</summary>
    AboveWhole,
}

/// <summary>A quantity's value, or why there is none.</summary>
internal readonly record struct Measured(MeasuredState State, Fraction Value)
{
    public static Measured Blank => new(MeasuredState.Blank, default);

    public static Measured NothingDue => new(MeasuredState.NothingDue, default);

    public static Measured AboveWhole(Fraction value) => new(MeasuredState.AboveWhole, value);

    public static Measured Contradictory => new(MeasuredState.Contradictory, default);
}
