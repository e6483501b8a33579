using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Ranking;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>An agency's ranks over all editions with results, also under the codes it bore before and after a renaming.</summary>
public sealed class AgencyHistory(DxIndexDb db, RankedTables tables)
{
    private List<Agency>? _agencies;

    /// <summary>
    /// Oldest first, from the first year to the last in which something is known of the agency; only tables of the same group.
    /// </summary>
    public async Task<IReadOnlyList<Year>> ReadAsync(string group, string agency, CancellationToken ct)
    {
        var lineage = new Lineage(await AgenciesAsync(ct));
        var years = new List<Year>();
        foreach (var (table, parted) in await tables.OverYearsAsync(group, int.MaxValue, ct))
        {
            var lines = table.Agencies.ToDictionary(line => line.Code, StringComparer.Ordinal);
            var code = lineage.Among(lines.Keys.ToHashSet(StringComparer.Ordinal), agency);
            years.Add(new Year(table.Year, code is null ? null : lines[code], Size(table), parted));
        }
        return [.. years.SkipWhile(Unknown).Reverse().SkipWhile(Unknown).Reverse()];
    }

    /// <summary>The recorded acts with their documents; where none is recorded, what the agencies themselves tell.</summary>
    public async Task<IReadOnlyList<Bilingual>> LineageAsync(string agency, CancellationToken ct)
    {
        var agencies = await AgenciesAsync(ct);
        var acts = await db.Set<LineageAct>().AsNoTracking()
            .Where(act => act.From.Contains(agency) || act.To.Contains(agency))
            .OrderBy(act => act.Day).ThenBy(act => act.Number)
            .ToListAsync(ct);
        if (acts.Count == 0)
            return LineageInWords.Of(agency, agencies);
        var before = await db.Set<AgencyBefore>().AsNoTracking().ToListAsync(ct);
        return [.. acts.Select(act => act.InWords(agencies, before))];
    }

    private async Task<List<Agency>> AgenciesAsync(CancellationToken ct) =>
        _agencies ??= await PublicAgencies.Of(db).ToListAsync(ct);

    /// <summary>How many agencies were ranked: of a printed table, which has gaps, how many its tiers count.</summary>
    private static int Size(RankedTable table) =>
        table.Version is null ? table.Tiers.Sum(tier => tier.Now ?? 0) : table.Agencies.Count(agency => agency.Rank is not null);

    private static bool Unknown(Year year) => year.Line is null;

    /// <param name="Line">Null where nothing is known of the agency in that edition.</param>
    /// <param name="Agencies">How many agencies were ranked; 0 where nobody printed it.</param>
    /// <param name="Break">Why the year is not compared with the one before it in the list.</param>
    public sealed record Year(int Edition, RankedAgency? Line, int Agencies, Break? Break);
}
