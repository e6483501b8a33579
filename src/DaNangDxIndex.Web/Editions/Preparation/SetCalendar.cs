using DaNangDxIndex.Audit;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The office sets the days of an edition that is not open yet.</summary>
public sealed class SetCalendar(EditionsInPreparation editions, Acts acts)
{
    /// <param name="Calendar">Without faults.</param>
    /// <param name="Version">Of the edition that was on screen.</param>
    public sealed record Command(int Year, Calendar Calendar, int Version);

    /// <returns>False when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c></exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        if (command.Calendar.Faults(command.Year).Count > 0)
            throw new ArgumentException("Validate first.", nameof(command));
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { Edition: var edition })
            return false;
        ChangedMeanwhile.RequireSame(command.Version, edition.Version);
        var before = edition.Calendar;
        edition.Take(command.Calendar);
        await act.KeepAsync("edition.calendar", $"editions/{command.Year}", before, edition.Calendar, ct);
        return true;
    }
}
