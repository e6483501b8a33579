using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// The criteria of a group as everybody reads them: those that were published, or those in force while there are none yet.
/// </summary>
public sealed class PublicCriteria(PublicEditions editions, PublishedEditions published, CriteriaInForce criteria)
{
    /// <summary>Null where others made the results and their method is not known.</summary>
    public async Task<CriteriaSet?> FindAsync(int year, string group, CancellationToken ct) =>
        (await published.NewestOutlineAsync(year, ct))?.Edition.Group(group)?.Criteria
            ?? (await criteria.ScorerAsync(year, group, ct))?.Set;

    /// <summary>The last year before this one whose criteria for the group are known to everybody; null where there is none.</summary>
    public async Task<int?> YearBeforeAsync(int year, string group, CancellationToken ct) => (await editions.ListAsync(ct))
        .Where(edition => edition.Year < year && edition.Stage != EditionStage.Imported && edition.Groups.Any(of => of.Code == group))
        .Select(edition => (int?)edition.Year).Max();
}
