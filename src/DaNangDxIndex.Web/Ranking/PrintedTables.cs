using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Ranking;

/// <summary>Ranked tables as others printed them, and what was printed of tables that were computed here.</summary>
public sealed class PrintedTables(DxIndexDb db, PrintedFigures figures)
{
    /// <summary>The table of an imported edition, with the tiers it printed; null when the group is none of its.</summary>
    public async Task<RankedTable?> FindAsync(int year, string code, CancellationToken ct)
    {
        var edition = await db.Set<Edition>().AsNoTracking()
            .FirstOrDefaultAsync(edition => edition.Year == year && edition.Stage == EditionStage.Imported, ct);
        var group = await db.Set<EditionGroup>().AsNoTracking()
            .FirstOrDefaultAsync(group => group.Year == year && group.Code == code, ct);
        if (edition is null || group is null)
            return null;
        var tiers = await db.Set<ImportedTier>().AsNoTracking()
            .Where(tier => tier.Year == year).OrderBy(tier => tier.Position).ToListAsync(ct);
        var lines = await db.Set<ImportedStanding>().AsNoTracking()
            .Where(standing => standing.Year == year && standing.Group == code).ToListAsync(ct);
        var codes = lines.ConvertAll(line => line.Agency);
        var agencies = await PublicAgencies.Of(db, agency => codes.Contains(agency.Code))
            .ToDictionaryAsync(agency => agency.Code, StringComparer.Ordinal, ct);
        // The table was printed with the names of its year.
        var before = await db.Set<AgencyBefore>().AsNoTracking()
            .Where(earlier => codes.Contains(earlier.Agency) && earlier.Until >= edition.InForceOn).ToListAsync(ct);
        var table = new RankedTable
        {
            Year = year,
            Group = code,
            Name = group.Name,
            Provenance = edition.Provenance,
            Tiers = [.. tiers.Select(tier => new RankedTier(tier.Code, tier.Name, null, tier.Position, tiers.Count, null, null))],
            Agencies = [.. lines
                .Select(line => new RankedAgency
                {
                    Code = line.Agency,
                    Name = AgencyBefore.NameOn(agencies[line.Agency], before, edition.InForceOn),
                    Rank = line.Rank,
                    Total = line.Total,
                    Tier = line.Tier,
                })
                .OrderBy(line => line.Rank ?? int.MaxValue)
                .ThenBy(line => line.Name.Vi, VietnameseOrder.Names)],
        };
        var printed = await figures.FindAsync(year, ct);
        var counts = printed.Counts.Where(count => count.Group == code).ToDictionary(count => count.Tier, StringComparer.Ordinal);
        var shown = table with
        {
            Tiers = counts.Count == 0 && table.Agencies.All(agency => agency.Tier is null)
                ? []
                : [.. table.Tiers.Select(tier => tier with { Now = counts.TryGetValue(tier.Code, out var count) ? count.Agencies : null })],
        };
        return Marked(shown, printed);
    }

    /// <summary>
    /// The published table with a mark at every rank, total, tier and count: press where the same was printed, else what its figures are.
    /// Form 2 did not freeze what was printed, so that it is asked of the database.
    /// </summary>
    public async Task<RankedTable> MarkAsync(RankedTable table, Printed? frozen, CancellationToken ct) =>
        Marked(table, frozen ?? await figures.FindAsync(table.Year, ct));

    private static RankedTable Marked(RankedTable table, Printed printed)
    {
        // Whatever was not printed of a table is as good as the figures it was computed from.
        var computed = table.Illustrative ? Provenance.Illustrative : (Provenance?)null;
        var counts = printed.Counts.Where(count => count.Group == table.Group).ToDictionary(count => count.Tier, StringComparer.Ordinal);
        var standings = printed.Standings.Where(standing => standing.Group == table.Group)
            .ToDictionary(standing => standing.Agency, StringComparer.Ordinal);
        return table with
        {
            Tiers = [.. table.Tiers.Select(tier => tier with
            {
                CountFrom = counts.TryGetValue(tier.Code, out var count) && count.Agencies == tier.Now ? Provenance.Press : computed,
            })],
            Agencies = [.. table.Agencies.Select(agency => Marked(agency, standings.GetValueOrDefault(agency.Code)))],
            Sources = [.. counts.Values.Select(count => count.Source).Concat(standings.Values.Select(standing => standing.Source))
                .Distinct(StringComparer.Ordinal).Select(printed.SourceOf)],
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
}
