using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Ranking;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>An agency's ranks over all editions with results, also under the codes it bore before and after a renaming.</summary>
public sealed class AgencyHistory(DxIndexDb db, PublicEditions editions, RankedTables tables)
{
    /// <summary>Oldest first; only tables of the same group, so that ranks compare.</summary>
    public async Task<IReadOnlyList<Year>> ReadAsync(string group, string agency, CancellationToken ct)
    {
        var lineage = new Lineage(await db.Set<Agency>().AsNoTracking().ToListAsync(ct));
        var years = new List<Year>();
        foreach (var edition in (await editions.ListAsync(ct)).Where(edition => edition.HasResults).Reverse())
        {
            var table = await tables.FindAloneAsync(edition.Year, group, number: null, ct);
            var lines = (table?.Agencies ?? []).ToDictionary(line => line.Code, StringComparer.Ordinal);
            var code = lineage.Among(lines.Keys.ToHashSet(StringComparer.Ordinal), agency);
            years.Add(new Year(edition.Year, code is null ? null : lines[code], table?.Agencies.Count ?? 0));
        }
        return years;
    }

    /// <param name="Line">Null where nothing is known of the agency in that edition.</param>
    public sealed record Year(int Edition, RankedAgency? Line, int Agencies);
}
