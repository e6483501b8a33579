using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Story;

/// <summary>How the group did under one component: the share of its maximum that each agency has, from the lowest.</summary>
/// <param name="Shares">0 to 1, ascending; agencies to which the component does not apply, or that handed in nothing, are left out.</param>
/// <param name="Own">Of the agency that is picked out; null where none is, or where it is left out.</param>
public sealed record ComponentSpread(Component Component, IReadOnlyList<decimal> Shares, decimal? Own)
{
    /// <summary>The one in the middle, or half-way between the two; null where nobody counts.</summary>
    public decimal? Median => Shares.Count == 0 ? null
        : Shares.Count % 2 == 1 ? Shares[Shares.Count / 2]
        : (Shares[(Shares.Count / 2) - 1] + Shares[Shares.Count / 2]) / 2;

    /// <summary>The base of the method, component by component.</summary>
    public static IReadOnlyList<ComponentSpread> Of(PublishedGroup published, string? picked) =>
    [
        .. from component in published.Criteria.Components
           where component.Block == Block.Base
           let shares = published.Results.Where(result => result.SelfAssessed is not null)
               .Select(result => (result.Agency, Share: ShareOf(result, component))).Where(share => share.Share is not null).ToList()
           select new ComponentSpread(
               component, [.. shares.Select(share => share.Share.GetValueOrDefault()).Order()],
               shares.Find(share => share.Agency == picked).Share),
    ];

    private static decimal? ShareOf(Result result, Component component) =>
        result.Components.FirstOrDefault(points => points.Code == component.Code) is { Maximum.IsZero: false } counted
            ? (counted.Points / counted.Maximum).Between(0, 1).Round(4)
            : null;
}
