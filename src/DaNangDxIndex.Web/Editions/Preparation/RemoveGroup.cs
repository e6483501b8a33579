using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The office takes a group out of an edition that is not open yet, with its draft criteria.</summary>
public sealed class RemoveGroup(DxIndexDb db, EditionsInPreparation editions, Acts acts)
{
    public sealed record Command(int Year, string Code, int Version);

    /// <returns>False when there is no such group.</returns>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c></exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } found || found.Group(command.Code) is not { } group)
            return false;
        ChangedMeanwhile.RequireSame(command.Version, found.Edition.Version);
        await db.Set<Participant>()
            .Where(participant => participant.Year == command.Year && participant.Group == command.Code).ExecuteDeleteAsync(ct);
        db.Remove(group);
        found.Edition.Edited();
        await act.KeepAsync(
            "group.remove", $"editions/{command.Year}/groups/{command.Code}", new { Name = group.Name.Vi, group.CriteriaFile }, null, ct);
        return true;
    }
}
