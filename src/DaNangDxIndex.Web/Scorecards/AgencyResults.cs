using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Ranking;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>Finds what everybody may know of one agency in one edition. Page, API and verification read the same.</summary>
public sealed class AgencyResults(
    DxIndexDb db, PublicEditions editions, PublishedEditions published, RankedTables tables, PrintedCards cards)
{
    /// <summary>Null when the agency has no published result there. Without a number it is the version in force.</summary>
    public async Task<AgencyResult?> FindAsync(int year, string agency, int? number, CancellationToken ct)
    {
        var version = await editions.ShownAsync(year, number, ct) is { } shown ? await published.FindAsync(year, shown, ct) : null;
        var group = version?.Edition.GroupOf(agency);
        var code = group?.Code ?? (version is null && number is null ? await ImportedGroupAsync(year, agency, ct) : null);
        if (code is null || await tables.FindAsync(year, code, number ?? version?.Edition.Number, ct) is not { } table)
            return null;
        var line = table.Agencies.First(ranked => ranked.Code == agency);
        return new AgencyResult(table, line, version is null || group is null ? null : await cards.FindAsync(version, group, agency, ct));
    }

    /// <summary>Number of the version in force, when the result comes from an earlier one.</summary>
    public async Task<int?> SupersededByAsync(AgencyResult result, CancellationToken ct) =>
        result.Card is { } card && await published.NewestNumberAsync(result.Table.Year, ct) is { } newest
            && newest > card.Version.Edition.Number ? newest : null;

    private Task<string?> ImportedGroupAsync(int year, string agency, CancellationToken ct) => db.Set<ImportedStanding>()
        .Where(standing => standing.Year == year && standing.Agency == agency)
        .Select(standing => standing.Group)
        .FirstOrDefaultAsync(ct);
}
