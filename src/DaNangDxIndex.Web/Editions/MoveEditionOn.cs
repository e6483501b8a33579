using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>The office moves an edition to its next stage.</summary>
public sealed class MoveEditionOn(DxIndexDb db, AuditTrail audit)
{
    /// <returns>The stage it is at now, or null when there is no such edition.</returns>
    public async Task<EditionStage?> HandleAsync(int year, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Edition>().SingleOrDefaultAsync(one => one.Year == year, ct) is not { } edition)
            return null;
        var before = edition.Stage;
        var states = await db.Set<Assessment>().Where(assessment => assessment.Year == year).Select(assessment => assessment.State).ToListAsync(ct);
        edition.MoveOn(actor, states);
        audit.Add("edition.move-on", $"editions/{year}", new { Stage = before }, new { edition.Stage });
        await db.SaveChangesAsync(ct);
        return edition.Stage;
    }
}
