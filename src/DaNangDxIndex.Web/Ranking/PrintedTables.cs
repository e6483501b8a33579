using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Ranking;

/// <summary>Ranked tables as others printed them, and what was printed of tables that were computed here.</summary>
public sealed class PrintedTables(DxIndexDb db)
{
    /// <summary>The table of an imported edition, with the tiers it printed; null when the group is none of its.</summary>
    public async Task<RankedTable?> FindAsync(int year, string code, CancellationToken ct)
    {
        var edition = await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.Stage == EditionStage.Imported, ct);
        var group = await db.Set<EditionGroup>().AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.Code == code, ct);
        if (edition is null || group is null)
            return null;
        var tiers = await db.Set<ImportedTier>().AsNoTracking().Where(tier => tier.Year == year).OrderBy(tier => tier.Position).ToListAsync(ct);
        var lines = await (
            from standing in db.Set<ImportedStanding>()
            where standing.Year == year && standing.Group == code
            join agency in db.Set<Agency>() on standing.Agency equals agency.Code
            select new { standing.Rank, standing.Total, standing.Tier, agency.Code, agency.Name }).AsNoTracking().ToListAsync(ct);
        var table = new RankedTable
        {
            Year = year,
            Group = code,
            Name = group.Name,
            Provenance = edition.Provenance,
            Tiers = [.. tiers.Select(tier => new RankedTier(tier.Code, tier.Name, null, tier.Position, tiers.Count, null, null))],
            Agencies = [.. lines
                .OrderBy(line => line.Rank ?? int.MaxValue)
                .ThenBy(line => line.Name.Vi, VietnameseOrder.Names)
                .Select(line => new RankedAgency { Code = line.Code, Name = line.Name, Rank = line.Rank, Total = line.Total, Tier = line.Tier })],
        };
        var printed = await PrintedAsync(year, code, ct);
        var shown = table with
        {
            Tiers = printed.Counts.Count == 0 && table.Agencies.All(agency => agency.Tier is null)
                ? []
                : [.. table.Tiers.Select(tier => tier with { Now = printed.Counts.TryGetValue(tier.Code, out var count) ? count.Agencies : null })],
        };
        return Marked(shown, printed);
    }

    /// <summary>The table with a mark at every rank, total, tier and count: press where the same was printed, else what its figures are.</summary>
    public async Task<RankedTable> MarkAsync(RankedTable table, CancellationToken ct) => Marked(table, await PrintedAsync(table.Year, table.Group, ct));

    private async Task<Printed> PrintedAsync(int year, string group, CancellationToken ct) => new(
        await db.Set<ImportedTierCount>().AsNoTracking().Where(count => count.Year == year && count.Group == group)
            .ToDictionaryAsync(count => count.Tier, StringComparer.Ordinal, ct),
        await db.Set<ImportedStanding>().AsNoTracking().Where(standing => standing.Year == year && standing.Group == group)
            .ToDictionaryAsync(standing => standing.Agency, StringComparer.Ordinal, ct),
        await db.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Code, StringComparer.Ordinal, ct));

    private static RankedTable Marked(RankedTable table, Printed printed)
    {
        // Whatever was not printed of a table is as good as the figures it was computed from.
        var computed = table.Illustrative ? Provenance.Illustrative : (Provenance?)null;
        return table with
        {
            Tiers = [.. table.Tiers.Select(tier => tier with
            {
                CountFrom = printed.Counts.TryGetValue(tier.Code, out var count) && count.Agencies == tier.Now ? Provenance.Press : computed,
            })],
            Agencies = [.. table.Agencies.Select(agency => Marked(agency, printed.Standings.GetValueOrDefault(agency.Code)))],
            Sources = [.. printed.Counts.Values.Select(count => count.Source).Concat(printed.Standings.Values.Select(standing => standing.Source))
                .Distinct(StringComparer.Ordinal)
                .Select(code => printed.Sources.GetValueOrDefault(code) ?? new Source(code, null).Named(new(code, code)))],
        };
    }

    private static RankedAgency Marked(RankedAgency agency, ImportedStanding? printed)
    {
        var computed = agency.Illustrative ? Provenance.Illustrative : (Provenance?)null;
        return agency with
        {
            RankFrom = agency.Rank is null ? null : printed?.Rank == agency.Rank ? Provenance.Press : computed,
            TotalFrom = agency.Total is null ? null : printed?.Total == agency.Total ? Provenance.Press : computed,
            TierFrom = agency.Tier is null ? null : printed?.Tier == agency.Tier ? Provenance.Press : computed,
        };
    }

    private sealed record Printed(
        IReadOnlyDictionary<string, ImportedTierCount> Counts,
        IReadOnlyDictionary<string, ImportedStanding> Standings,
        IReadOnlyDictionary<string, Source> Sources);
}
