using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Changes of an account by whoever keeps it: name, roles, agency, how to reach the person, closed or not.</summary>
public sealed class ChangeAccount(DxIndexDb db, CurrentAccount current, Appointments appointments, Acts acts, TimeProvider clock)
{
    /// <param name="Version">The version that was on screen.</param>
    public sealed record Command(Guid Id, int Version, string FullName, IReadOnlyCollection<Role> Roles, string? Agency, bool Disabled)
    {
        public string? Phone { get; init; }

        public string? Mail { get; init; }
    }

    /// <returns>False when there is no such account among those that this person keeps.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else has changed the account since.</exception>
    /// <exception cref="RuleViolation">
    /// <c>account.own-rights</c>, <c>account.not-kept</c>, <c>account.agency-missing</c>, <c>account.agency-unknown</c>, and those of
    /// <see cref="RoleRules"/>
    /// </exception>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.Id == command.Id, ct);
        if (account is null || !RoleRules.Keeps(current.Actor, account.Held, account.AgencyCode))
            return false;
        ChangedMeanwhile.RequireSame(command.Version, account.Version);
        if (account.Id == current.Id)
            RoleRules.RequireByAnother(current.Actor.Roles, command.Roles, account.AgencyCode != command.Agency, command.Disabled);
        RoleRules.RequireKeeping(current.Actor, command.Roles, command.Agency);
        await AgencyOfAccount.MustBeThereAsync(db, command.Agency, ct);
        var (before, reach) = (Shown(account), (account.Phone, account.Mail));
        account.Change(command.FullName, await appointments.HoldingAsync(account, command.Roles, ct), command.Agency, command.Disabled,
            clock.GetUtcNow());
        account.Reach(command.Phone, command.Mail);
        await act.KeepAsync("account.change", $"accounts/{account.Id}", before,
            Shown(account, reachChanged: reach != (account.Phone, account.Mail)), ct);
        return true;
    }

    /// <summary>The trail is for ever: it tells that number or mail changed, and neither of them.</summary>
    private static object Shown(Account account, bool? reachChanged = null) =>
        new { account.FullName, account.Roles, account.AgencyCode, account.Disabled, reachChanged };
}
