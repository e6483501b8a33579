using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What an agency was left for one figure by those that merged into it while the edition was open: offered, and never stated in its name.
/// </summary>
/// <param name="Values">Of each that had entered one, by its name.</param>
/// <param name="Own">What the heir itself had entered before.</param>
/// <param name="IsSettled">The heir has stated a value since.</param>
public sealed record JoinedOffer(Figure Figure, IReadOnlyList<(Bilingual Agency, FigureValue Value)> Values, FigureValue? Own,
    bool IsSettled)
{
    /// <summary>The sum to be confirmed, the heir's own value in it; null where it cannot be added.</summary>
    public FigureValue? Sum =>
        JoinedFigure.Sum(Figure,
        [.. Values.Select(value => (FigureValue?)value.Value), .. Own is { } own ? [own] : Array.Empty<FigureValue?>()]).Value;

    /// <summary>It cannot be added, and the heir has not stated it anew: nobody's figure.</summary>
    public bool IsOrphaned => !IsSettled && Sum is null;
}
