using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// The second administrator confirms a role that the first has asked for, or declines it. A confirmed one gets a new password by a link in
/// two halves: whoever asked has the one, whoever confirms the other.
/// </summary>
public sealed class SettleAppointment(DxIndexDb db, WaysIn ways, CurrentAccount current, Acts acts, TimeProvider clock)
{
    public sealed record Command(Guid Id, bool Confirmed);

    /// <param name="Code">Of the link that the first administrator holds; shown once, null where there is no such link or the role was
    /// declined.</param>
    /// <param name="Token">Of a new link, where there was none that waited for a code: another administrator hands over that code.</param>
    public sealed record Settled(Account Person, string? Code, string? Token);

    /// <returns>Null when there is no such appointment.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="Appointment.Settle"/> and of <see cref="RoleRules"/></exception>
    public async Task<Settled?> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var found = await db.Set<Appointment>().FromSql($"SELECT * FROM appointment WHERE id = {command.Id} FOR UPDATE").ToListAsync(ct);
        if (found.SingleOrDefault() is not { } appointment)
            return null;
        var account = await db.Set<Account>().SingleAsync(account => account.Id == appointment.AccountId, ct);
        var before = account.Roles;
        appointment.Settle(command.Confirmed, current.Actor, clock.GetUtcNow());
        var halves = command.Confirmed ? await GiveAsync(account, appointment.Role, ct) : Decline(account);
        await act.KeepAsync(
            command.Confirmed ? "account.appointment-confirm" : "account.appointment-decline", $"accounts/{account.Id}",
            new { roles = before }, new { account.Roles, appointment.Role, appointment.AskedBy }, ct);
        return halves;
    }

    private async Task<Settled> GiveAsync(Account account, Role role, CancellationToken ct)
    {
        await ways.ForgetAllAsync(account, ct);
        var now = clock.GetUtcNow();
        account.Give(role);
        return account.AwaitsCode(now) && account.Reset.AskedBy != current.Actor.Account
            ? new(account, account.ConfirmReset(current.Actor), null)
            : new(account, null, account.IssueReset(now, current.Actor.Account));
    }

    private static Settled Decline(Account account)
    {
        account.DropHalves();
        return new(account, null, null);
    }
}
