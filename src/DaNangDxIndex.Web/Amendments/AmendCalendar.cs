using System.Text.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Amendments;

/// <summary>The office moves the days of an edition that is open, with reason and document.</summary>
public sealed class AmendCalendar(RunningEditions editions, RecordedAmendments amendments, Acts acts, TimeProvider clock)
{
    /// <param name="Calendar">Without faults.</param>
    /// <param name="Version">Of the edition that was on screen.</param>
    /// <param name="Document">Null in a sample only.</param>
    public sealed record Command(int Year, Calendar Calendar, int Version, string Reason, AmendingDocument? Document);

    /// <returns>False when there is no such edition.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="AmendmentRules"/>.</exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { Edition: var edition })
            return false;
        AmendmentRules.RequireAmendable(edition, actor, daysOnly: true);
        AmendmentRules.RequireDocument(edition, command.Document);
        ChangedMeanwhile.RequireSame(command.Version, edition.Version);
        AmendmentRules.RequireDays(edition, command.Calendar, clock.GetUtcNow());
        var before = edition.Calendar;
        await amendments.AddAsync(
            command.Year, null, JsonSerializer.Serialize(before), JsonSerializer.Serialize(command.Calendar),
            command.Reason, command.Document, [], actor, clock.GetUtcNow(), ct);
        edition.Take(command.Calendar);
        await act.KeepAsync("edition.amend", $"editions/{command.Year}", before,
            new { edition.Calendar, command.Reason, Document = command.Document?.Citation.Vi }, ct);
        return true;
    }
}
