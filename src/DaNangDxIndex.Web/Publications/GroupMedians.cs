using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Publications;

/// <summary>
/// Shares of their maximum that the agency in the middle of a group has, by component and by pillar.
/// Agencies that handed in nothing and those to which a part does not apply are not counted.
/// </summary>
public sealed class GroupMedians(PublishedGroup group)
{
    private readonly Dictionary<string, decimal> _components = Of(group, result => result.Components);
    private readonly Dictionary<string, decimal> _pillars = Of(group, result => result.Pillars);
    private readonly Dictionary<string, decimal> _best = Shares(group, result => result.Components)
        .ToDictionary(shares => shares.Key, shares => Best(group, shares).Round(4), StringComparer.Ordinal);

    /// <returns>From 0 to 1; null where the component applies to nobody.</returns>
    public decimal? OfComponent(string code) => _components.TryGetValue(code, out var share) ? share : null;

    /// <summary>The greatest share in the group; of a penalty the least, since its points are lost.</summary>
    public decimal? BestOfComponent(string code) => _best.TryGetValue(code, out var share) ? share : null;

    public decimal? OfPillar(string code) => _pillars.TryGetValue(code, out var share) ? share : null;

    private static Dictionary<string, decimal> Of(PublishedGroup group, Func<Result, IReadOnlyList<PointsOf>> parts) => Shares(group, parts)
        .ToDictionary(shares => shares.Key, shares => Middle([.. shares.Order()]).Round(4), StringComparer.Ordinal);

    private static IEnumerable<IGrouping<string, Fraction>> Shares(PublishedGroup group, Func<Result, IReadOnlyList<PointsOf>> parts) =>
        group.Results
            .Where(result => result.SelfAssessed is not null)
            .SelectMany(parts)
            .Where(points => !points.Maximum.IsZero)
            .GroupBy(points => points.Code, points => points.Points / points.Maximum, StringComparer.Ordinal);

    private static Fraction Best(PublishedGroup group, IGrouping<string, Fraction> shares) =>
        group.Criteria.Components.First(component => component.Code == shares.Key).Sign < 0 ? shares.Min() : shares.Max();

    private static Fraction Middle(List<Fraction> shares)
    {
        var middle = shares.Count / 2;
        return shares.Count % 2 == 1 ? shares[middle] : (shares[middle - 1] + shares[middle]) / 2;
    }
}
