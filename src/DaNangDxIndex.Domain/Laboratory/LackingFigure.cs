using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Laboratory;

/// <summary>A figure that a draft's rules read and that cannot be taken from the edition it is tried on.</summary>
/// <param name="AskedOtherwise">The edition has a figure of this code, of another kind or in another unit: not the same fact.</param>
/// <param name="Criteria">The criteria whose rules read it.</param>
public sealed record LackingFigure(Figure Figure, bool AskedOtherwise, IReadOnlyList<Criterion> Criteria)
{
    internal static IReadOnlyList<LackingFigure> Of(CriteriaSet draft, CriteriaSet before) =>
    [
        .. from figure in draft.Figures
           let readers = draft.Criteria
               .Where(criterion => criterion.Rule?.Figures.Contains(figure.Code, StringComparer.Ordinal) == true).ToList()
           let known = before.Figure(figure.Code)
           where readers.Count > 0 && (known is null || !figure.IsSameFactAs(known))
           select new LackingFigure(figure, known is not null, readers),
    ];
}
