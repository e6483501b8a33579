using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>The second administrator confirms a role that the first has asked for, or declines it.</summary>
public sealed class SettleAppointment(DxIndexDb db, CurrentAccount current, Acts acts, TimeProvider clock)
{
    public sealed record Command(Guid Id, bool Confirmed);

    /// <returns>Null when there is no such appointment.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="Appointment.Settle"/> and of <see cref="RoleRules"/></exception>
    public async Task<Appointment?> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var found = await db.Set<Appointment>().FromSql($"SELECT * FROM appointment WHERE id = {command.Id} FOR UPDATE").ToListAsync(ct);
        if (found.SingleOrDefault() is not { } appointment)
            return null;
        var account = await db.Set<Account>().SingleAsync(one => one.Id == appointment.AccountId, ct);
        var before = account.Roles;
        appointment.Settle(command.Confirmed, current.Actor, clock.GetUtcNow());
        if (command.Confirmed)
            account.Give(appointment.Role);
        await act.KeepAsync(
            command.Confirmed ? "account.appointment-confirm" : "account.appointment-decline", $"accounts/{account.Id}",
            new { roles = before }, new { account.Roles, appointment.Role, appointment.AskedBy }, ct);
        return appointment;
    }
}
