using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Appraisal;

/// <summary>The lead appraiser says who takes which criterion of a group.</summary>
public sealed class AssignCriteria(DxIndexDb db, Assignments assignments, Acts acts, TimeProvider clock)
{
    /// <param name="People">By criterion; null for nobody. What is not named stays as it is.</param>
    /// <param name="Seen"><see cref="Assignments.OfGroup.Seen"/> that was on screen.</param>
    public sealed record Command(int Year, string Group, IReadOnlyDictionary<string, Guid?> People, string Seen);

    /// <returns>False when there is no such group, criterion or person.</returns>
    /// <exception cref="RuleViolation"><c>assignment.outside-field</c></exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await assignments.FindAsync(command.Year, command.Group, toChange: true, ct) is not { } group)
            return false;
        if (group.Seen != command.Seen)
            throw new ChangedMeanwhile();
        var changed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (code, person) in command.People.Where(
            pair => group.Assigned.GetValueOrDefault(pair.Key)?.Appraiser != pair.Value))
        {
            if (group.Criteria.Criterion(code) is not { } criterion
                || (person is { } id && group.People.All(member => member.Account != id)))
            {
                return false;
            }
            var chosen = group.People.FirstOrDefault(member => member.Account == person);
            if (chosen is not null)
                Assignment.Require(chosen, code, criterion.VerifyingUnit);
            changed[code] = chosen?.Name;
            await ReplaceAsync(command, group.Assigned.GetValueOrDefault(code), code, chosen, actor, ct);
        }

        if (changed.Count > 0)
            await act.KeepAsync("appraisal.assign", $"editions/{command.Year}/groups/{command.Group}", null, new { People = changed }, ct);
        return true;
    }

    private async Task ReplaceAsync(
        Command command, Assignment? before, string criterion, Actor? chosen, Actor actor, CancellationToken ct)
    {
        if (before is not null)
        {
            db.Remove(before);
            await db.SaveChangesAsync(ct);
        }

        if (chosen is not null)
            db.Add(new Assignment(command.Year, command.Group, criterion, chosen.Account, actor.Account, clock.GetUtcNow()));
    }
}
