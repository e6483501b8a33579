using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Editions;

/// <summary>The office moves an edition to its next stage.</summary>
public sealed class MoveEditionOn(DxIndexDb db, RunningEditions editions, AuditTrail audit)
{
    /// <param name="From">The stage that was on screen.</param>
    public sealed record Command(int Year, EditionStage From);

    /// <returns>The stage it is at now, or null when there is no such edition.</returns>
    public async Task<EditionStage?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } running)
            return null;
        running.Edition.MoveOn(command.From, actor, [.. running.Assessments.Select(assessment => assessment.State)]);
        audit.Add("edition.move-on", $"editions/{command.Year}", new { Stage = command.From }, new { running.Edition.Stage });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return running.Edition.Stage;
    }
}
