using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Ranking;

/// <summary>The ranked table of results that were computed here, published or not yet.</summary>
internal static class ComputedTable
{
    public static RankedTable Of(int year, PublishedGroup group, bool illustrative) => new()
    {
        Year = year,
        Group = group.Code,
        Name = group.Name,
        Illustrative = illustrative,
        Scale = group.Criteria.Method.Scale,
        Method = group.Criteria.Method,
        YearBefore = group.Before?.Year,
        Break = group.Break,
        Tiers = TiersOf(group),
        Components = group.Criteria.Components,
        Agencies =
        [
            .. group.Results.Select(result => LineOf(group, result)),
            .. group.LeftOut.OrderBy(entrant => entrant.Name.Vi, VietnameseOrder.Names).Select(LeftOut),
        ],
    };

    private static List<RankedTier> TiersOf(PublishedGroup group)
    {
        var method = group.Criteria.Method;
        return [.. method.Tiers.Index().Select(tier => new RankedTier(
            tier.Item.Code,
            tier.Item.Name,
            method.PointsAt(tier.Item),
            tier.Index + 1,
            method.Tiers.Count,
            group.InTier(tier.Item.Code),
            group.Before is { } before && before.Tiers.TryGetValue(tier.Item.Code, out var then) ? then : null)
        {
            StartsAbove = method.TierBounds == TierBounds.UpperInclusive,
        })];
    }

    private static RankedAgency LineOf(PublishedGroup group, Result result)
    {
        var entrant = group.Entrant(result.Agency);
        return new RankedAgency
        {
            Code = result.Agency,
            Name = entrant?.Name ?? new Bilingual(result.Agency, result.Agency),
            Rank = result.Rank,
            Change = entrant?.Before?.Rank - result.Rank,
            Parent = entrant?.Parent,
            ParentName = entrant?.ParentName,
            Total = result.Total,
            Tier = result.Tier,
            Components = result.Components,
            Illustrative = entrant?.Illustrative ?? false,
            Submitted = entrant?.Submitted ?? true,
            Footnotes = result.Footnotes,
        };
    }

    private static RankedAgency LeftOut(Entrant entrant) => new()
    {
        Code = entrant.Agency,
        Name = entrant.Name,
        Parent = entrant.Parent,
        ParentName = entrant.ParentName,
        Illustrative = entrant.Illustrative,
        Submitted = false,
        LeftOut = true,
    };
}
