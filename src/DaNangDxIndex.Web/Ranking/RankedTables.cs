using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Ranking;

/// <summary>Makes the ranked table of a group from its publication, or from what others printed, and counts the changes against the edition before.</summary>
public sealed class RankedTables(DxIndexDb db, PublishedEditions published, PublicEditions editions, CurrentTenant tenant, IMemoryCache kept)
{
    // What is published never changes; names and successors of agencies may, and are seen a minute later.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>The table, or null while the group has no result that everybody may see. Without a number it is the version in force.</summary>
    public async Task<RankedTable?> FindAsync(int year, string group, int? number, CancellationToken ct)
    {
        var all = await editions.ListAsync(ct);
        var shown = number ?? all.FirstOrDefault(edition => edition.Year == year)?.Version;
        var before = all.FirstOrDefault(edition => edition.Year < year && edition.HasResults);
        var key = (nameof(FindAsync), tenant.Required.Id, year, group, shown, before?.Year, before?.Version);
        if (kept.TryGetValue(key, out RankedTable? known))
            return known;
        return await ReadAsync(year, group, number, before, ct) is { } table ? kept.Set(key, table, Fresh) : null;
    }

    /// <summary>The table without a look at the edition before.</summary>
    public async Task<RankedTable?> FindAloneAsync(int year, string group, int? number, CancellationToken ct)
    {
        var version = number is null ? await published.NewestAsync(year, ct) : await published.FindAsync(year, number.Value, ct);
        if (version is not null)
            return version.Edition.Group(group) is { } found ? Of(version.Edition.Year, found, version.Edition.Illustrative) with { Version = version } : null;
        if (number is not null)
            return null;
        var key = (nameof(FindAloneAsync), tenant.Required.Id, year, group);
        if (kept.TryGetValue(key, out RankedTable? known))
            return known;
        return await FindImportedAsync(year, group, ct) is { } imported ? kept.Set(key, imported, Fresh) : null;
    }

    /// <summary>The table of results that were computed here, published or not yet.</summary>
    public static RankedTable Of(int year, PublishedGroup group, bool illustrative) => new()
    {
        Year = year,
        Group = group.Code,
        Name = group.Name,
        Illustrative = illustrative,
        Scale = group.Criteria.Method.Scale,
        Method = group.Criteria.Method,
        YearBefore = group.Before?.Year,
        Tiers = TiersOf(group),
        Components = group.Criteria.Components,
        Agencies = [.. group.Results.Select(result => LineOf(group, result)), .. group.LeftOut.OrderBy(one => one.Name.Vi, VietnameseOrder.Names).Select(LeftOut)],
    };

    private async Task<RankedTable?> ReadAsync(int year, string group, int? number, PublicEdition? editionBefore, CancellationToken ct)
    {
        var table = await FindAloneAsync(year, group, number, ct);
        // A publication has frozen what it is compared with.
        if (table is null or { Version: not null } || editionBefore is null || Series.Of(editionBefore.Year) != Series.Of(year))
            return table;
        var before = await FindAloneAsync(editionBefore.Year, group, number: null, ct);
        return before is null ? table : Compared(table, before, new Lineage(await db.Set<Agency>().AsNoTracking().ToListAsync(ct)));
    }

    private static List<RankedTier> TiersOf(PublishedGroup group)
    {
        var method = group.Criteria.Method;
        return [.. method.Tiers.Index().Select(tier => new RankedTier(
            tier.Item.Code,
            tier.Item.Name,
            method.PointsAt(tier.Item),
            tier.Index + 1,
            method.Tiers.Count,
            group.Results.Count(result => result.Tier == tier.Item.Code),
            group.Before is { } before && before.Tiers.TryGetValue(tier.Item.Code, out var then) ? then : null) { StartsAbove = method.TierBounds == TierBounds.UpperInclusive })];
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

    private async Task<RankedTable?> FindImportedAsync(int year, string code, CancellationToken ct)
    {
        var edition = await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.Stage == EditionStage.Imported, ct);
        var group = await db.Set<EditionGroup>().AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.Code == code, ct);
        if (edition is null || group is null)
            return null;
        var lines = await (
            from standing in db.Set<ImportedStanding>()
            where standing.Year == year && standing.Group == code
            join agency in db.Set<Agency>() on standing.Agency equals agency.Code
            select new { standing.Rank, standing.Total, standing.Tier, agency.Code, agency.Name }).AsNoTracking().ToListAsync(ct);
        var counts = await db.Set<ImportedTierCount>()
            .Where(count => count.Year == year && count.Group == code)
            .ToDictionaryAsync(count => count.Tier, count => count.Agencies, StringComparer.Ordinal, ct);
        return new RankedTable
        {
            Year = year,
            Group = code,
            Name = group.Name,
            Provenance = edition.Provenance,
            Tiers = PrintedTiers.Of(counts, lines.Select(line => line.Tier).OfType<string>()),
            Agencies = [.. lines
                .OrderBy(line => line.Rank ?? int.MaxValue)
                .ThenBy(line => line.Name.Vi, VietnameseOrder.Names)
                .Select(line => new RankedAgency { Code = line.Code, Name = line.Name, Rank = line.Rank, Total = line.Total, Tier = line.Tier })],
        };
    }

    private static RankedTable Compared(RankedTable table, RankedTable before, Lineage lineage)
    {
        var earlier = before.Agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var present = earlier.Keys.ToHashSet(StringComparer.Ordinal);
        return table with
        {
            YearBefore = before.Year,
            Tiers = [.. table.Tiers.Select(tier => tier with { Before = before.Tier(tier.Code)?.Now })],
            Agencies = [.. table.Agencies.Select(agency => agency with
            {
                Change = lineage.Among(present, agency.Code) is { } then ? earlier[then].Rank - agency.Rank : null,
            })],
        };
    }
}
