using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Targets;

/// <summary>A number that a target sets or that was printed of it: a percentage, or a count. One is never held against the other.</summary>
/// <param name="Number">Of a percentage in percent; exact where numerator and denominator were printed, else as printed.</param>
public sealed record Level(Fraction Number, bool InPercent)
{
    /// <summary>Null where there are only words.</summary>
    public static Level? Of(PrintedFigure figure) => figure switch
    {
        { Numerator: { } numerator, Denominator: { } denominator } => new(Fraction.Of(numerator, denominator) * 100, true),
        { Percent: { } percent } => new((Fraction)percent, true),
        { Numerator: { } count } => new(Fraction.Of(count, 1), false),
        _ => null,
    };
}
