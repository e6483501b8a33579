using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The results with which an edition is compared: those of the edition right before it, group by group, where no <see cref="Break"/> parts
/// the two. They are frozen with a publication, so that a correction of the older edition does not change what the newer one has printed.
/// </summary>
public sealed class ResultsBefore(DxIndexDb db, PublicEditions editions, PublishedEditions published)
{
    /// <summary>The table before and the results in it by their agency, whatever it is called now.</summary>
    public sealed record Group(TableBefore Table, IReadOnlyDictionary<string, ResultBefore> ByAgency, Lineage Lineage)
    {
        public ResultBefore? Of(string agency) =>
            Lineage.Among(ByAgency.Keys.ToHashSet(StringComparer.Ordinal), agency) is { } then ? ByAgency[then] : null;
    }

    /// <summary>
    /// By group: what it is compared with, or why it is compared with nothing. A group of which nothing is known before stands in neither.
    /// </summary>
    public sealed record Found(IReadOnlyDictionary<string, Group> Groups, IReadOnlyDictionary<string, Break> Breaks)
    {
        public static Found Nothing { get; } = new(
            new Dictionary<string, Group>(StringComparer.Ordinal), new Dictionary<string, Break>(StringComparer.Ordinal));
    }

    public async Task<Found> FindAsync(int year, CancellationToken ct)
    {
        var known = await editions.ListAsync(ct);
        // What was withdrawn is nothing to be compared with.
        var before = known.FirstOrDefault(edition => edition.Year < year && edition is { HasResults: true, Withdrawn: false });
        if (before is null || known.FirstOrDefault(edition => edition.Year == year) is not { } now)
            return Found.Nothing;
        var compared = now.Groups.Where(group => before.Of(group.Code) is not null).Select(group => group.Code).ToList();
        var breaks = new Dictionary<string, Break>(StringComparer.Ordinal);
        foreach (var code in compared)
        {
            if (BetweenThem(before, now, code) is { } parted)
                breaks[code] = parted;
        }

        var lineage = new Lineage(await db.Set<Agency>().AsNoTracking().ToListAsync(ct));
        var groups = before.Stage == EditionStage.Imported
            ? await PrintedAsync(before.Year, lineage, ct)
            : (await published.NewestOutlineAsync(before.Year, ct))?.Edition.Groups
                .Select(group => (group.Code, Of(before.Year, group, lineage)));
        return new(
            (groups ?? []).Where(group => compared.Contains(group.Code) && !breaks.ContainsKey(group.Code))
                .ToDictionary(group => group.Code, group => group.Item2, StringComparer.Ordinal),
            breaks);
    }

    private static Break? BetweenThem(PublicEdition before, PublicEdition now, string group) =>
        before.Of(group) is { } then && now.Of(group) is { } here ? Break.Between(then, here) : null;

    private static Group Of(int year, PublishedGroup group, Lineage lineage)
    {
        var ranked = group.Results.Count(result => result.Rank is not null);
        return new(
            new(year, group.Criteria.Method.Tiers.ToDictionary(
                tier => tier.Code, tier => group.Results.Count(result => result.Tier == tier.Code), StringComparer.Ordinal)),
            group.Results.ToDictionary(
                result => result.Agency,
                result => new ResultBefore(year, result.Rank, ranked, result.Tier, result.Total),
                StringComparer.Ordinal),
            lineage);
    }

    private async Task<IEnumerable<(string Code, Group Group)>> PrintedAsync(int year, Lineage lineage, CancellationToken ct)
    {
        var standings = await db.Set<ImportedStanding>().AsNoTracking().Where(standing => standing.Year == year).ToListAsync(ct);
        var counts = await db.Set<ImportedTierCount>().AsNoTracking().Where(count => count.Year == year).ToListAsync(ct);
        return standings.Select(standing => standing.Group)
            .Union(counts.Select(count => count.Group), StringComparer.Ordinal)
            .Select(code =>
            {
                var tiers = counts.Where(count => count.Group == code)
                    .ToDictionary(count => count.Tier, count => count.Agencies, StringComparer.Ordinal);
                // A printed table has gaps; the tiers count everybody.
                int? ranked = tiers.Count == 0 ? null : tiers.Values.Sum();
                return (code, new Group(new(year, tiers), standings.Where(standing => standing.Group == code).ToDictionary(
                    standing => standing.Agency,
                    standing => new ResultBefore(year, standing.Rank, ranked, standing.Tier, standing.Total),
                    StringComparer.Ordinal), lineage));
            });
    }
}
