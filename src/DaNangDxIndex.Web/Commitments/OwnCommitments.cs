using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Commitments;

/// <summary>What agencies have committed to, with the criteria that it is about.</summary>
public sealed class OwnCommitments(DxIndexDb db, PublishedEditions published)
{
    /// <param name="Version">The publication in which the points were lost, in force.</param>
    public sealed record Found(PublishedEdition Version, IReadOnlyList<Commitment> All);

    /// <summary>Of one agency, in the order in which they are due; null where it has no published result.</summary>
    public async Task<Found?> FindAsync(int year, string agency, CancellationToken ct) =>
        (await published.NewestAsync(year, ct))?.Edition is { } edition && edition.GroupOf(agency)?.ResultOf(agency) is not null
            ? new(edition, await ListAsync(db.Set<Commitment>()
            .Where(commitment => commitment.Year == year && commitment.Agency == agency), ct))
            : null;

    /// <summary>Of all agencies; null where the year has no publication.</summary>
    public async Task<Found?> OfYearAsync(int year, CancellationToken ct) =>
        (await published.NewestAsync(year, ct))?.Edition is { } edition
            ? new(edition, await ListAsync(db.Set<Commitment>().Where(commitment => commitment.Year == year), ct))
            : null;

    private static Task<List<Commitment>> ListAsync(IQueryable<Commitment> which, CancellationToken ct) => which.AsNoTracking()
        .OrderBy(commitment => commitment.State != CommitmentState.Open).ThenBy(commitment => commitment.Due)
        .ThenBy(commitment => commitment.Agency).ThenBy(commitment => commitment.Number)
        .ToListAsync(ct);
}
