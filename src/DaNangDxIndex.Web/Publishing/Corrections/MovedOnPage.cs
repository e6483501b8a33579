namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Agencies that a correction moves, group by group, as a table.</summary>
/// <param name="Groups">With the method and the names of tiers and criteria.</param>
public sealed record MovedOnPage(IReadOnlyList<MovedResult> All, IReadOnlyList<PublishedGroup> Groups)
{
    public IEnumerable<(PublishedGroup Group, IReadOnlyList<MovedResult> Moved)> ByGroup => Groups
        .Select(group => (group, Moved: (IReadOnlyList<MovedResult>)[.. All.Where(moved => moved.Group == group.Code)]))
        .Where(group => group.Moved.Count > 0);

    public static Bilingual? TierOf(PublishedGroup group, BriefResult? result) =>
        group.Criteria.Method.Tiers.FirstOrDefault(tier => tier.Code == result?.Tier)?.Name;
}
