using DaNangDxIndex.Agencies;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The office says who is assessed, and in which group, in an edition that is not open yet.</summary>
public sealed class SetParticipants(DxIndexDb db, EditionsInPreparation editions, Acts acts)
{
    /// <param name="Chosen">All who take part.</param>
    /// <param name="Version">Of the edition that was on screen.</param>
    public sealed record Command(int Year, IReadOnlyList<Participant> Chosen, int Version);

    /// <returns>False when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c>, <c>participant.unknown</c></exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } found)
            return false;
        ChangedMeanwhile.RequireSame(command.Version, found.Edition.Version);
        var agencies = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, StringComparer.Ordinal, ct);
        Participant.RequireKnown(command.Chosen, found.Edition, [.. found.Groups.Select(group => group.Code)], agencies);
        var stood = await db.Set<Participant>().Where(participant => participant.Year == command.Year)
            .ToDictionaryAsync(participant => participant.Agency, StringComparer.Ordinal, ct);
        var before = Told(stood.Values);
        var chosen = command.Chosen.ToDictionary(participant => participant.Agency, StringComparer.Ordinal);
        db.RemoveRange(stood.Values.Where(participant => !chosen.ContainsKey(participant.Agency)));
        db.AddRange(command.Chosen.Where(participant => !stood.ContainsKey(participant.Agency)));
        foreach (var participant in command.Chosen.Where(participant => stood.ContainsKey(participant.Agency)))
            stood[participant.Agency].Place(participant.Group, participant.Ranked);
        found.Edition.Edited();
        await act.KeepAsync("edition.participants", $"editions/{command.Year}", before, Told(command.Chosen), ct);
        return true;
    }

    private static Dictionary<string, string> Told(IEnumerable<Participant> participants) => participants
        .GroupBy(participant => participant.Group, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => string.Join(' ', group.Select(participant => participant.Ranked ? participant.Agency : $"({participant.Agency})")
                .Order(StringComparer.Ordinal)),
            StringComparer.Ordinal);
}
