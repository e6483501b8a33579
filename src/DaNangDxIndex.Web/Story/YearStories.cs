using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Story;

/// <summary>A group's year beside the years before it, as pictures need it.</summary>
public sealed class YearStories(
    DxIndexDb db, RankedTables tables, PublishedEditions published, PublishedComparisons comparisons, CurrentTenant tenant,
    PublicChanges changes, KeptVersions kept)
{
    /// <summary>Who gained most: each with all its criteria is a hundred times as much as the rest of its story.</summary>
    private const int MostImproved = 10;

    // Ranks of an agency over the years, by and large; the tables are counted where they are kept.
    private const int BytesOfAgency = 4 << 10;

    /// <param name="Table">Of the year that is told.</param>
    /// <param name="Before">
    /// Tables of the same group, oldest first, the told one last; each with why it is not compared with the one before.
    /// </param>
    /// <param name="Ranks">By agency of the told table, one rank for each table.</param>
    /// <param name="Improved">Like for like, the few who gained most first; empty where nobody can be compared.</param>
    public sealed record Story(
        RankedTable Table, IReadOnlyList<(RankedTable Table, Break? Break)> Before,
        IReadOnlyDictionary<string, IReadOnlyList<int?>> Ranks, IReadOnlyList<LikeForLike> Improved)
    {
        /// <summary>Without figures and points of single criteria; null where others computed the results.</summary>
        public PublishedGroup? Group { get; init; }
    }

    /// <summary>Null where the group has no result that everybody may see.</summary>
    public async Task<Story?> FindAsync(int year, string group, int? number, CancellationToken ct)
    {
        var state = changes.StateOf(tenant.Required.Cluster);
        if (await tables.FindAsync(year, group, number, ct) is not { } table)
            return null;
        var key = (nameof(YearStories), tenant.Required.Id, year, group, table.Version?.Digest, state);
        if (kept.Find<Story>(key) is { } known)
            return known;
        var story = await ReadAsync(table, ct);
        return state is null ? story : kept.Keep(key, story.Ranks.Count * BytesOfAgency, () => story);
    }

    private async Task<Story> ReadAsync(RankedTable table, CancellationToken ct)
    {
        var lineage = new Lineage(await PublicAgencies.Of(db).ToListAsync(ct));
        IReadOnlyList<(RankedTable Table, Break? Break)> years =
        [
            .. (await tables.OverYearsAsync(table.Group, table.Year, ct)).Select(year =>
                year.Table.Year == table.Year ? (table, year.Break) : year),
        ];
        List<Dictionary<string, int?>> ranked = [.. years.Select(year =>
            year.Table.Agencies.ToDictionary(line => line.Code, line => line.Rank, StringComparer.Ordinal))];
        List<HashSet<string>> present = [.. ranked.Select(lines => lines.Keys.ToHashSet(StringComparer.Ordinal))];
        var ranks = table.Agencies.ToDictionary(
            line => line.Code, line => RanksOf(line.Code, ranked, present, lineage), StringComparer.Ordinal);
        return new(table, years, ranks, await ImprovedAsync(table, lineage, ct))
        {
            Group = table.Version is { } version
                ? (await published.OutlineAsync(version.Year, version.Number, ct))?.Edition.Group(table.Group)
                : null,
        };
    }

    private static IReadOnlyList<int?> RanksOf(
        string agency, List<Dictionary<string, int?>> ranked, List<HashSet<string>> present, Lineage lineage) =>
        [.. ranked.Zip(present, (lines, there) => lineage.Among(there, agency) is { } code ? lines[code] : null)];

    private async Task<IReadOnlyList<LikeForLike>> ImprovedAsync(RankedTable table, Lineage lineage, CancellationToken ct) =>
        table.Version is { } version && await published.FindAsync(version.Year, version.Number, ct) is { } whole
            ? [.. (await comparisons.FindAsync(whole, table.Group, ct)).MostImproved(lineage).Take(MostImproved)]
            : [];
}
