using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Targets;

/// <summary>A target, or a value, as it stands and as a file has it.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where the file leaves it out, so that it goes.</param>
internal sealed record TargetDifference(TargetKey Key, PrintedFigure? Before, PrintedFigure? After)
{
    public PrintedFigure Figure => After ?? Before ?? throw new InvalidOperationException("A difference has a side.");

    public bool IsSame => Before is { } before && After is { } after && Content(before).Equals(Content(after));

    /// <summary>"new", "changed", "removed" or "same".</summary>
    public string Word => Before is null ? "new" : After is null ? "removed" : IsSame ? "same" : "changed";

    // Everything but the number, which follows from the file's order.
    private static (object, object?, object?, object?) Content(PrintedFigure figure) => (
        (figure.Subject, figure.Said, figure.Note, figure.Unit),
        (figure.Numerator, figure.Denominator, figure.Percent, figure.Bound),
        (figure.Figure, figure.Over, figure.Source),
        figure.Measured);
}
