using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Roles that two administrators give: keeps back what waits for the second one, and lets go what is not wanted any more.
/// The caller saves, and writes what holds.
/// </summary>
public sealed class Appointments(DxIndexDb db, CurrentAccount current, CurrentTenant tenant, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The wanted roles that hold at once; the others wait.</summary>
    /// <exception cref="RuleViolation">Those of <see cref="RoleRules"/>: all that is wanted has to go together.</exception>
    public async Task<IReadOnlyList<Role>> HoldingAsync(Account account, IReadOnlyCollection<Role> wanted, CancellationToken ct)
    {
        RoleRules.RequireApart(wanted);
        var isNew = db.Entry(account).State == EntityState.Detached;
        var waiting = isNew ? [] : await WaitingFor(account).ToListAsync(ct);
        var every = tenant.Required.FourEyes.Contains(FourEyes.Roles);
        var weighty = wanted.Where(role => RoleRules.NeedsSecond(role, every)).Except(account.Held).ToList();
        var kept = new List<Role>();
        foreach (var role in weighty)
        {
            if (!await IsGivenAloneAsync(account, role, ct))
                kept.Add(role);
        }
        foreach (var appointment in waiting.Where(appointment => !kept.Contains(appointment.Role)))
            Withdraw(appointment, account);
        foreach (var role in kept.Where(role => !waiting.Exists(appointment => appointment.Role == role)))
            Ask(account, role);
        return [.. wanted.Except(kept)];
    }

    /// <summary>Who has the server in hands (<c>dx</c>) needs no second: the trail names the operator.</summary>
    private async Task<bool> IsGivenAloneAsync(Account account, Role role, CancellationToken ct)
    {
        if (current.Id is not { } administrator)
            return true;
        var others = await db.Set<Account>().AnyAsync(
            other => other.Id != administrator && other.Id != account.Id && other.Roles.Contains(Role.Administrator.Code()), ct);
        var before = await db.Set<Appointment>().AnyAsync(appointment => appointment.Outcome == Appointment.Settlement.Alone, ct)
            || db.Set<Appointment>().Local.Any(appointment => appointment.Outcome == Appointment.Settlement.Alone);
        if (!RoleRules.MayBeGivenAlone(role, others, before))
            return false;
        var appointment = db.Add(new Appointment(Guid.CreateVersion7(), account.Id, role, administrator, clock.GetUtcNow())).Entity;
        appointment.GiveAlone(clock.GetUtcNow());
        audit.Add("account.appoint-alone", Subject(account), null, new { role });
        return true;
    }

    private void Ask(Account account, Role role)
    {
        db.Add(new Appointment(Guid.CreateVersion7(), account.Id, role, current.Actor.Account, clock.GetUtcNow()));
        audit.Add("account.appointment-ask", Subject(account), null, new { role });
    }

    private void Withdraw(Appointment appointment, Account account)
    {
        appointment.Withdraw(current.Id, clock.GetUtcNow());
        account.DropHalves();
        audit.Add("account.appointment-withdraw", Subject(account), new { appointment.Role }, null);
    }

    private IQueryable<Appointment> WaitingFor(Account account) =>
        db.Set<Appointment>().Where(appointment => appointment.AccountId == account.Id && appointment.Outcome == null);

    private static string Subject(Account account) => $"accounts/{account.Id}";
}
