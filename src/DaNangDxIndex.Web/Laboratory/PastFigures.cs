using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Laboratory;

/// <summary>The figures a draft is tried on: those of the last edition before it that was published with the same group.</summary>
public sealed class PastFigures(DxIndexDb db, PublishedEditions published)
{
    /// <param name="Digest">Of the publication, so that what follows from it can be kept.</param>
    public sealed record Found(int Year, PublishedGroup Group, string Digest);

    /// <summary>Null when no such edition was published.</summary>
    public async Task<Found?> FindAsync(int before, string group, CancellationToken ct)
    {
        var years = await db.Set<Publication>().Where(publication => publication.Year < before)
            .Select(publication => publication.Year).Distinct().OrderByDescending(year => year).ToListAsync(ct);
        foreach (var year in years)
        {
            if ((await published.NewestOutlineAsync(year, ct))?.Edition.Group(group) is not null
                && await published.NewestAsync(year, ct) is { } version && version.Edition.Group(group) is { } found)
                return new(year, found, version.Digest);
        }

        return null;
    }
}
