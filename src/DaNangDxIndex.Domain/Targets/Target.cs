using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Targets;

/// <summary>
/// A level that a city or province has set itself, in percent and at least, beside the values that were printed of the same indicator. A
/// value belongs to a target by the indicator's code and by whom it was said of, never by its words.
/// </summary>
/// <param name="Due">The end of the period it was set for.</param>
/// <param name="Actual">By the end of the time they were measured in, earliest first.</param>
public sealed record Target(PrintedAbout Printed, Period Due, IReadOnlyList<ActualValue> Actual)
{
    /// <summary>Code of what is measured; null where it can be tied to nothing.</summary>
    public string? Indicator => Printed.Figure.Indicator;

    /// <summary>In percent; null where the source has words only.</summary>
    public decimal? Level => Printed.Figure.Percent;

    /// <summary>
    /// The value that the target is held against: of those with a number the last that was measured by the time it was due, else the first
    /// that was measured later. Null where there is none.
    /// </summary>
    public ActualValue? Latest => Numbered.LastOrDefault(value => value.At.End <= Due.End) ?? Numbered.FirstOrDefault();

    public TargetState State => (Level, Latest) switch
    {
        (_, null) => Actual.Count == 0 ? TargetState.Unknown : TargetState.Incomparable,
        (null, _) => TargetState.Incomparable,
        ({ } level, { } value) when value.At.End >= Due.End => value.Percent >= level ? TargetState.Met : TargetState.Missed,
        ({ } level, { } value) => value.Percent >= level ? TargetState.MetEarly : TargetState.Short,
    };

    /// <summary>Points of a percent that the value lies below the target; null where it does not, or nothing can be compared.</summary>
    public Fraction? Missing => Level is { } level && Latest is { Percent: { } percent } && percent < level ? level - percent : null;

    private IEnumerable<ActualValue> Numbered => Actual.Where(value => value.Percent is not null);

    /// <summary>The targets printed beside an edition, in their order.</summary>
    /// <param name="printed">Targets and figures of all years, as far as they bear an indicator.</param>
    public static IReadOnlyList<Target> Of(int year, IReadOnlyList<PrintedAbout> printed) =>
    [
        .. printed.Where(one => one.Figure.Kind == PrintedKind.Target && one.Figure.Year == year).Select(target => new Target(
            target,
            target.Figure.Measured,
            [
                .. printed.Where(one => IsActualOf(target.Figure, one.Figure)).Select(one => new ActualValue(one))
                    .OrderBy(one => one.At.End),
            ])),
    ];

    private static bool IsActualOf(PrintedFigure target, PrintedFigure figure) =>
        figure.Kind == PrintedKind.Figure && figure.Indicator is not null
        && (figure.Indicator, figure.Group, figure.Agency) == (target.Indicator, target.Group, target.Agency);
}

/// <summary>A value that was printed of what a target is about.</summary>
public sealed record ActualValue(PrintedAbout Printed)
{
    public Period At => Printed.Figure.Measured;

    /// <summary>Exact where numerator and denominator were printed, else as printed; null where there are only words.</summary>
    public Fraction? Percent => Printed.Figure is { Numerator: { } numerator, Denominator: { } denominator }
        ? Fraction.Of(numerator, denominator) * 100
        : Printed.Figure.Percent is { } percent ? (Fraction)percent : null;
}

public enum TargetState
{
    /// <summary>No value was printed.</summary>
    Unknown,

    /// <summary>What was printed has no number.</summary>
    Incomparable,

    /// <summary>Reached when it was due.</summary>
    Met,

    /// <summary>Not reached when it was due.</summary>
    Missed,

    /// <summary>The level was reached before it was due; how things stood at the end was not printed.</summary>
    MetEarly,

    /// <summary>Not reached yet at the last value, which is older than the target's end.</summary>
    Short,
}
