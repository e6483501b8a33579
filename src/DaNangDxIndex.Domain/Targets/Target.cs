using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Targets;

/// <summary>
/// A level that a city or province has set itself, in percent or as a count, at least or at most, beside the values that were printed of
/// the same indicator. A value belongs to a target by the indicator's code and by whom it was said of, never by its words.
/// </summary>
/// <param name="Due">The end of the period it was set for.</param>
/// <param name="Actual">By the end of the time they were measured in, earliest first.</param>
public sealed record Target(PrintedAbout Printed, Period Due, IReadOnlyList<ActualValue> Actual)
{
    /// <summary>Code of what is measured; null where it can be tied to nothing.</summary>
    public string? Indicator => Printed.Figure.Indicator;

    /// <summary>Null where the source has words only.</summary>
    public Level? Level => Level.Of(Printed.Figure);

    /// <summary>Agencies enter what it is about: part and whole of a percentage, or what is counted.</summary>
    public bool IsEntered => Printed.Figure is { Figure: not null } figure && (figure.Over is not null || Level is { InPercent: false });

    public TargetBound Bound => Printed.Figure.Bound;

    /// <summary>
    /// The value that the target is held against: of those with a number the last that was measured by the time it was due, else the first
    /// that was measured later. Null where there is none.
    /// </summary>
    public ActualValue? Latest => Numbered.LastOrDefault(value => value.At.End <= Due.End) ?? Numbered.FirstOrDefault();

    public TargetState State => (Level, Latest) switch
    {
        (_, null) => Actual.Count == 0 ? TargetState.Unknown : TargetState.Incomparable,
        (null, _) => TargetState.Incomparable,
        (_, { } value) when value.At.End >= Due.End => Missing is null ? TargetState.Met : TargetState.Missed,
        _ => Missing is null ? TargetState.MetEarly : TargetState.Short,
    };

    /// <summary>
    /// How far the value lies on the wrong side of the level, in points of a percent or as a count; null where it does not, or nothing can
    /// be compared.
    /// </summary>
    public Fraction? Missing => Level is { } level && Latest is { Level: { } actual } && !Admits(actual.Number)
        ? Bound == TargetBound.Least ? level.Number - actual.Number : actual.Number - level.Number
        : null;

    /// <param name="number">Of the level's kind.</param>
    public bool Admits(Fraction number) =>
        Level is { } level && (Bound == TargetBound.Least ? number >= level.Number : number <= level.Number);

    /// <summary>The targets printed beside an edition, in their order.</summary>
    /// <param name="printed">Targets and figures of all years, as far as they bear an indicator.</param>
    public static IReadOnlyList<Target> Of(int year, IReadOnlyList<PrintedAbout> printed) =>
    [
        .. printed.Where(about => about.Figure.Kind == PrintedKind.Target && about.Figure.Year == year).Select(target => new Target(
            target,
            target.Figure.Measured,
            [
                .. printed.Where(about => IsActualOf(target.Figure, about.Figure)).Select(about => new ActualValue(about))
                    .OrderBy(value => value.At.End),
            ])),
    ];

    // What is no number of the target's kind is shown and not compared.
    private IEnumerable<ActualValue> Numbered =>
        Actual.Where(value => value.Level is { } actual && (Level is null || Level.InPercent == actual.InPercent));

    private static bool IsActualOf(PrintedFigure target, PrintedFigure figure) =>
        figure.Kind == PrintedKind.Figure && figure.Indicator is not null
        && (figure.Indicator, figure.Group, figure.Agency) == (target.Indicator, target.Group, target.Agency);
}

/// <summary>A value that was printed of what a target is about.</summary>
public sealed record ActualValue(PrintedAbout Printed)
{
    public Period At => Printed.Figure.Measured;

    /// <summary>Null where there are only words.</summary>
    public Level? Level => Level.Of(Printed.Figure);
}

public enum TargetState
{
    /// <summary>No value was printed.</summary>
    Unknown,

    /// <summary>What was printed has no number, or one of another kind.</summary>
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
