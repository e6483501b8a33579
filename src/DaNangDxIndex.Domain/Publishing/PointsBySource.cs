using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>What points rest on.</summary>
public enum SourceOfPoints
{
    /// <summary>Figures that the agency declares; whether it shows documents for them is not published.</summary>
    Agency,
    System,
    Survey,

    /// <summary>Figures that the standing office brings.</summary>
    Office,

    /// <summary>Figures of more than one of these.</summary>
    Several,

    /// <summary>Set by an appraiser's hand.</summary>
    Appraiser,
}

/// <summary>
/// Points that an agency earned in the base and the bonus, by what they rest on; what they come to is what its components do.
/// </summary>
/// <param name="Points">Before conversion.</param>
public sealed record PointsBySource(SourceOfPoints Source, Fraction Points)
{
    /// <summary>Sources under which something was earned, in the order of the list.</summary>
    public static IReadOnlyList<PointsBySource> Of(PublishedGroup published, Result result) =>
    [
        .. result.Criteria
            .Where(earned => published.Criteria.ComponentOf(earned.Code)?.Sign > 0 && !earned.Points.IsZero)
            .GroupBy(earned => SourceOf(published.Criteria, earned))
            .OrderBy(source => source.Key)
            .Select(source => new PointsBySource(source.Key, source.Aggregate(Fraction.Zero, (sum, earned) => sum + earned.Points))),
    ];

    private static SourceOfPoints SourceOf(CriteriaSet set, CriterionPoints earned)
    {
        if (earned.State == ResultState.Decided)
            return SourceOfPoints.Appraiser;
        var sources = (set.Criterion(earned.Code)?.Rule?.Figures ?? []).Select(set.Figure).OfType<Figure>()
            .Select(figure => figure.Source).Distinct().ToList();
        return sources is not [var only] ? SourceOfPoints.Several : only switch
        {
            FigureSource.Agency => SourceOfPoints.Agency,
            FigureSource.System => SourceOfPoints.System,
            FigureSource.Survey => SourceOfPoints.Survey,
            FigureSource.Office => SourceOfPoints.Office,
        };
    }
}
