using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// Loads an edition with all its assessments, to change. Inside a transaction: whoever changes one of
/// them meanwhile waits, so that an edition does not move on over an assessment that is being recalled.
/// </summary>
public sealed class RunningEditions(DxIndexDb db)
{
    public sealed record Found(Edition Edition, IReadOnlyList<Assessment> Assessments);

    public async Task<Found?> FindToChangeAsync(int year, CancellationToken ct)
    {
        // Always in the same order, and the edition last: nobody waits in a circle.
        var assessments = await db.Set<Assessment>().FromSql($"SELECT * FROM assessment WHERE year = {year} ORDER BY agency FOR UPDATE")
            .ToListAsync(ct);
        var edition = await db.Set<Edition>().FromSql($"SELECT * FROM edition WHERE year = {year} FOR UPDATE").SingleOrDefaultAsync(ct);
        return edition is null ? null : new(edition, assessments);
    }
}
