using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What one figure of several agencies comes to for the agency that they became. Counts are added; a ratio, a measured number, a yes or a
/// choice means
/// something else for each and cannot be: then the heir has to state it anew.
/// </summary>
/// <param name="Value">The sum of what is known; null where it cannot be added, or nothing is known.</param>
/// <param name="Known">How many of the agencies have a value.</param>
/// <param name="Of">How many agencies there are.</param>
public sealed record JoinedFigure(FigureValue? Value, int Known, int Of)
{
    public int Missing => Of - Known;

    public static bool CanBeAdded(Figure figure) => figure.Kind == FigureKind.Count;

    /// <param name="values">One for each agency; null where it has none.</param>
    public static JoinedFigure Sum(Figure figure, IReadOnlyCollection<FigureValue?> values)
    {
        var known = values.OfType<FigureValue>().ToList();
        return new(
            CanBeAdded(figure) && known.Count > 0 ? FigureValue.Of(known.Sum(value => value.Number)) : null, known.Count, values.Count);
    }
}
