using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Finds cards in publications. The database is asked for the version and the code that was given out, and for nothing that could change.
/// </summary>
public sealed class PrintedCards(DxIndexDb db, PublishedEditions published)
{
    /// <summary>Null when the agency has no computed result there. Without a number it is the version in force.</summary>
    public async Task<PrintedCard?> FindAsync(int year, string agency, int? number, CancellationToken ct)
    {
        var version = await published.AskedAsync(year, number, ct);
        return version?.Edition.GroupOf(agency) is { } group ? await FindAsync(version, group, agency, ct) : null;
    }

    public async Task<PrintedCard?> FindAsync(PublishedVersion version, PublishedGroup group, string agency, CancellationToken ct)
    {
        if (group.Entrant(agency) is not { } entrant || group.ResultOf(agency) is not { } result)
            return null;
        var code = await db.Set<ScorecardCode>()
            .Where(given => given.Year == version.Edition.Year && given.Number == version.Edition.Number && given.Agency == agency)
            .Select(given => given.Code)
            .SingleOrDefaultAsync(ct);
        return new PrintedCard(version, group, entrant, result, code);
    }
}
