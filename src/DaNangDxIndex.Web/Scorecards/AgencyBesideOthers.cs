using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>An agency's published result beside its own of the year before, like for like, and beside agencies of about its size.</summary>
public sealed class AgencyBesideOthers(DxIndexDb db, PublishedComparisons comparisons)
{
    /// <param name="Before">Null where nothing can be compared.</param>
    /// <param name="Size">Null where nobody knows how large it is.</param>
    /// <param name="Sources">What its points rest on.</param>
    /// <param name="Lineage">Null for an agency that neither came from another nor became one.</param>
    public sealed record Found(LikeForLike? Before, LikeSize? Size, IReadOnlyList<PointsBySource> Sources, LineageChart? Lineage);

    public async Task<Found> FindAsync(AgencyResult result, CancellationToken ct)
    {
        var agencies = await PublicAgencies.Of(db).ToListAsync(ct);
        var chart = LineageChart.Of(result.Line.Code, agencies);
        if (result.Card is not { } card)
            return new(null, null, [], chart);
        var compared = await comparisons.FindAsync(card.Version, card.Group.Code, ct);
        return new(
            compared.Of(result.Line.Code, new Lineage(agencies)), LikeSize.Of(card.Group, result.Line.Code),
            PointsBySource.Of(card.Group, card.Result), chart);
    }
}
