using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>Those who keep accounts, and those who look at the trail.</summary>
public sealed class AccountDuties(DxIndexDb db, IStringLocalizer<HomeTexts> texts, Addresses addresses, TimeProvider clock)
{
    public async Task<IReadOnlyList<Duty>> OfAsync(Actor actor, CancellationToken ct)
    {
        var duties = new List<Duty>();
        if (actor.Is(Role.AgencyAdministrator) && actor.Agency is { } agency)
            duties.Add(
                OfAgency(await db.Set<Account>().AsNoTracking()
                    .Where(account => account.AgencyCode == agency && !account.Disabled).ToListAsync(ct)));
        if (actor.Is(Role.Administrator))
            duties.Add(await OfTenantAsync(actor, ct));
        if (actor.Is(Role.Signatory) && await ProposalsAsync(actor, Role.Signatory, ct) is { } proposed)
            duties.Add(proposed);
        if (actor.Is(Role.Auditor))
            duties.Add(new(Role.Auditor, texts["Auditor.Look"])
            {
                After = texts["Auditor.LookAfter"],
                Also = [new(texts["Auditor.Button"], addresses.Page("/audit"))],
            });
        return duties;
    }

    private async Task<Duty> OfTenantAsync(Actor actor, CancellationToken ct)
    {
        var appointments = await db.Set<Appointment>().AsNoTracking().Where(appointment => appointment.Outcome == null).ToListAsync(ct);
        var links = await db.Set<Account>().AsNoTracking().Where(account => account.ResetAskedBy != null).ToListAsync(ct);
        var waiting = appointments.Count(appointment => appointment.Refusal(actor) is null) + links.Count(account =>
            account.AwaitsCode(clock.GetUtcNow()) && appointments.TrueForAll(appointment => appointment.AccountId != account.Id)
            && LinkRules.Refusal(actor, account.Id, account.Reset.AskedBy ?? account.Id) is null);
        if (await ProposalsAsync(actor, Role.Administrator, ct) is { } proposals)
            return proposals;
        if (waiting > 0)
        {
            return new(Role.Administrator, texts["Administrator.Confirm", waiting])
            {
                After = texts["Administrator.ConfirmAfter"],
                Button = new(texts["Administrator.ConfirmButton"], addresses.Page("/accounts/waiting")),
                Also = [Accounts],
            };
        }
        if (await MissingRolesAsync(ct) is { Count: > 0 } missing)
        {
            if (missing.All(role => appointments.Exists(appointment => appointment.Role == role)))
                return await ProposedAsync(actor, missing, ct);
            var roles = string.Join("; ", missing.Select(role => role.InWords().ForReader()));
            return new(Role.Administrator, texts["Administrator.SetUp", roles])
            {
                After = texts["Administrator.SetUpAfter"],
                Button = new(texts["Administrator.SetUpButton"], addresses.Page("/start")),
                Also = [Accounts],
            };
        }
        return Invited(
            Role.Administrator, await db.Set<Account>().CountAsync(account => account.PasswordHash == null && !account.Disabled, ct));
    }

    /// <summary>All that is missing was asked for: it waits for a second administrator, who may not be there yet.</summary>
    private async Task<Duty> ProposedAsync(Actor actor, IReadOnlyList<Role> roles, CancellationToken ct)
    {
        var administrator = Role.Administrator.Code();
        var alone = !await db.Set<Account>().AnyAsync(
            account => account.Id != actor.Account && !account.Disabled && account.PasswordHash != null
                && account.Roles.Contains(administrator), ct);
        return new(Role.Administrator, texts["Administrator.Proposed", string.Join("; ", roles.Select(role => role.InWords().ForReader()))])
        {
            After = texts[alone ? "Administrator.ProposedAlone" : "Administrator.ProposedAfter"],
            Button = new(texts["Administrator.ProposedButton"], addresses.Page("/accounts/waiting")),
            Also = [Accounts],
        };
    }

    /// <summary>What waits for this person's confirmation in this role, or null.</summary>
    private async Task<Duty?> ProposalsAsync(Actor actor, Role role, CancellationToken ct)
    {
        var open = await db.Set<Proposal>().AsNoTracking().Where(proposal => proposal.Outcome == null).ToListAsync(ct);
        var theirs = open.Count(proposal => proposal.SettledByRole == role && proposal.Refusal(actor, clock.GetUtcNow()) is null);
        return theirs == 0 ? null : new(role, texts["Proposals.Confirm", theirs])
        {
            After = texts["Proposals.ConfirmAfter"],
            Button = new(texts["Proposals.ConfirmButton"], addresses.Page("/proposals")),
        };
    }

    private async Task<IReadOnlyList<Role>> MissingRolesAsync(CancellationToken ct)
    {
        var held = await db.Set<Account>().AsNoTracking().Where(account => !account.Disabled).SelectMany(account => account.Roles)
            .Distinct().ToListAsync(ct);
        return [.. RoleRules.NeededToBegin.Where(role => !held.Contains(role.Code()))];
    }

    private Duty OfAgency(List<Account> people)
    {
        foreach (var role in new[] { Role.Assessor, Role.Approver })
        {
            if (!people.Exists(person => person.Held.Contains(role)))
            {
                return new(Role.AgencyAdministrator, texts["Administrator.Missing", role.InWords().ForReader()])
                {
                    After = texts["Administrator.MissingAfter"],
                    Button = new(texts["Administrator.MissingButton"], addresses.Page("/accounts/edit")),
                    Also = [Accounts],
                };
            }
        }
        return Invited(Role.AgencyAdministrator, people.Count(person => !person.HasPassword));
    }

    private Duty Invited(Role role, int count) => count == 0
        ? new(role, texts["Administrator.Nothing"]) { After = texts["Administrator.NothingAfter"], Also = [Accounts] }
        : new(role, texts["Administrator.Invited", count])
        {
            After = texts["Administrator.InvitedAfter", LinkRules.Lives.TotalHours],
            Button = new(texts["Administrator.InvitedButton"], addresses.Page("/accounts?state=Invited")),
            Also = [Accounts],
        };

    private Duty.Way Accounts => new(texts["Administrator.Accounts"], addresses.Page("/accounts"));
}
