using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>
/// Editions that are not open yet: all that is changed in them is changed under
/// the lock of the edition's row, so that nothing slips in behind the opening.
/// </summary>
public sealed class EditionsInPreparation(DxIndexDb db)
{
    /// <param name="Groups">In the order of the tabs.</param>
    public sealed record Found(Edition Edition, IReadOnlyList<EditionGroup> Groups)
    {
        public EditionGroup? Group(string code) =>
            Groups.FirstOrDefault(group => string.Equals(group.Code, code, StringComparison.Ordinal));
    }

    /// <summary>To read, at whatever stage; null when there is no such edition, or when others made its results.</summary>
    public Task<Found?> FindAsync(int year, CancellationToken ct) =>
        FindAsync(db.Set<Edition>().AsNoTracking().Where(edition => edition.Year == year), QueryTrackingBehavior.NoTracking, ct);

    /// <summary>Inside a transaction; null when there is no such edition.</summary>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c></exception>
    public async Task<Found?> FindToChangeAsync(int year, CancellationToken ct)
    {
        var found = await FindAsync(
            db.Set<Edition>().FromSql($"SELECT * FROM edition WHERE year = {year} FOR UPDATE"), QueryTrackingBehavior.TrackAll, ct);
        found?.Edition.RequireInPreparation();
        return found;
    }

    private async Task<Found?> FindAsync(IQueryable<Edition> query, QueryTrackingBehavior tracking, CancellationToken ct)
    {
        if (await query.SingleOrDefaultAsync(ct) is not { } edition || edition.Stage == EditionStage.Imported)
            return null;
        return new(edition, await db.Set<EditionGroup>().AsTracking(tracking)
            .Where(group => group.Year == edition.Year).OrderBy(group => group.Position).ToListAsync(ct));
    }
}
