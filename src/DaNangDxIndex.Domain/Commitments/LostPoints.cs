using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Commitments;

/// <summary>
/// Points that an agency did not get, or that were taken off it, under one criterion of a published result. A bonus that was not earned is
/// not lost.
/// </summary>
/// <param name="Points">Above zero, before conversion of the base.</param>
public sealed record LostPoints(Component Component, Criterion Criterion, Fraction Points)
{
    /// <summary>Most first; equal ones in the order of the criteria.</summary>
    public static IReadOnlyList<LostPoints> Of(PublishedGroup published, Result result)
    {
        var points = result.Criteria.ToDictionary(earned => earned.Code, StringComparer.Ordinal);
        return
        [
            .. (from component in published.Criteria.Components
                where component.Block != Block.Bonus
                from criterion in component.Criteria
                let earned = points.GetValueOrDefault(criterion.Code)
                where earned is not null && earned.State is not ResultState.Information
                let lost = component.Block == Block.Penalty ? earned.Points : earned.Maximum - earned.Points
                where lost > Fraction.Zero
                select new LostPoints(component, criterion, lost)).OrderByDescending(loss => loss.Points),
        ];
    }
}
