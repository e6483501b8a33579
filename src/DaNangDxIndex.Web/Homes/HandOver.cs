using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Homes;

/// <summary>
/// Somebody leaves: the account is closed, and a named colleague bears its roles from then on; the trail tells with what work.
/// </summary>
public sealed class HandOver(DxIndexDb db, CurrentAccount current, Appointments appointments, Duties duties, Acts acts, TimeProvider clock)
{
    /// <param name="Version">Of the leaver's account, as it was on screen.</param>
    /// <param name="To">Who takes over; null where nothing is left undone.</param>
    public sealed record Command(Guid Id, int Version, Guid? To);

    /// <returns>False when there is no such account among those that this person keeps.</returns>
    /// <exception cref="ChangedMeanwhile">The account has changed since.</exception>
    /// <exception cref="RuleViolation">
    /// <c>hand-over.own</c>, <c>hand-over.successor-missing</c>, <c>hand-over.successor-not-there</c>, and those of <see cref="RoleRules"/>
    /// </exception>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var people = await db.Set<Account>().Where(account => account.Id == command.Id || account.Id == command.To).ToListAsync(ct);
        if (people.Find(account => account.Id == command.Id) is not { } leaver
            || !RoleRules.Keeps(current.Actor, leaver.Held, leaver.AgencyCode))
            return false;
        ChangedMeanwhile.RequireSame(command.Version, leaver.Version);
        HandOverRules.RequireAnother(current.Actor, leaver.Id);
        var undone = await duties.UndoneAsync(ActorOf(leaver), ct);
        var successor = people.Find(account => account.Id == command.To
            && account.Id != leaver.Id && !account.Disabled && MayFollow(leaver, account));
        HandOverRules.RequireSuccessor(undone.Count, command.To is not null, successor is not null);
        if (successor is not null)
            await TakeOverAsync(act, successor, leaver, ct);
        leaver.Close(successor?.Id, clock.GetUtcNow());
        await act.KeepAsync(
            "account.hand-over", $"accounts/{leaver.Id}", new { leaver.Roles, disabled = false },
            new { disabled = true, to = successor?.Id, toName = successor?.FullName, work = undone.Select(duty => duty.What) }, ct);
        return true;
    }

    public static Actor ActorOf(Account account) => new(account.Id, account.FullName, account.Held.ToHashSet(), account.AgencyCode);

    /// <summary>Whoever acts for an agency is followed by somebody of that agency.</summary>
    public static bool MayFollow(Account leaver, Account other) => leaver.AgencyCode is null || leaver.AgencyCode == other.AgencyCode;

    private async Task TakeOverAsync(Act act, Account successor, Account leaver, CancellationToken ct)
    {
        List<Role> wanted = [.. successor.Held.Union(leaver.Held)];
        RoleRules.RequireKeeping(current.Actor, successor.Held, successor.AgencyCode);
        if (successor.Id == current.Id)
            RoleRules.RequireByAnother(current.Actor.Roles, wanted, otherAgency: false, disabled: false);
        var before = new { successor.Roles };
        successor.Take(await appointments.HoldingAsync(successor, wanted, ct));
        if (wanted.Count > before.Roles.Count)
            act.Tell("account.take-over", $"accounts/{successor.Id}", before, new { successor.Roles, from = leaver.Id });
        foreach (var part in await db.Set<FormPart>().Where(part => part.Holder == leaver.Id && part.DoneAt == null).ToListAsync(ct))
        {
            part.HandTo(successor.Id);
            act.Tell("part.hand-over", $"editions/{part.Year}/agencies/{part.Agency}/components/{part.Component}",
                new { holder = leaver.Id }, new { part.Holder });
        }
    }
}
