using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Roles that one administrator has asked for and a second one confirms or declines, and links that lack the second one's code.
/// </summary>
[Authorize(Policies.Administrator), Present]
public sealed class WaitingModel(
    DxIndexDb db, SettleAppointment settle, ConfirmLink confirm, CurrentAccount current, Addresses addresses, TimeProvider clock)
        : PageModel, IShowsRefusals
{
    /// <param name="Refusal">Why this person may not settle it, or null.</param>
    public sealed record Row(Appointment Appointment, Account Person, string Asker, RuleViolation? Refusal);

    /// <param name="Refusal">Why this person may not give the code, or null.</param>
    public sealed record LinkRow(Account Person, string Asker, RuleViolation? Refusal);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<LinkRow> Links { get; private set; } = [];

    /// <summary>What has just been confirmed, with the half that this person hands over, shown this once.</summary>
    public SettleAppointment.Settled? Settled { get; private set; }

    public string? NewLink => Settled?.Token is { } token ? Slip.LinkOf(token, addresses) : null;

    /// <summary>Nobody else could confirm: the operator of the server has to help.</summary>
    public bool IsAlone { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid appointment, bool confirmed, CancellationToken ct) =>
        await ShowAsync(await settle.HandleAsync(new(appointment, confirmed), ct), ct);

    public async Task<IActionResult> OnPostLinkAsync(Guid account, CancellationToken ct) =>
        await ShowAsync(await confirm.HandleAsync(new(account), ct), ct);

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        await ShowAsync(ct);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(SettleAppointment.Settled? settled, CancellationToken ct)
    {
        if (settled is null)
            return NotFound();
        if (settled is { Code: null, Token: null })
            return RedirectToPage();
        Settled = settled;
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var administrator = Role.Administrator.Code();
        var waiting = await db.Set<Appointment>().AsNoTracking()
            .Where(appointment => appointment.Outcome == null).OrderBy(appointment => appointment.AskedAt).ToListAsync(ct);
        var (now, waitingFor) = (clock.GetUtcNow(), waiting.Select(appointment => appointment.AccountId).ToHashSet());
        // Whoever waits for a role gets the code with it.
        var links = (await db.Set<Account>().AsNoTracking()
            .Where(account => account.ResetAskedBy != null).OrderBy(account => account.UserName).ToListAsync(ct))
            .Where(account => account.AwaitsCode(now) && !waitingFor.Contains(account.Id)).ToList();
        var named = waiting.SelectMany(appointment => new[] { appointment.AccountId, appointment.AskedBy })
            .Concat(links.Select(account => account.Reset.AskedBy ?? account.Id)).ToHashSet();
        var people = await db.Set<Account>().AsNoTracking()
            .Where(account => named.Contains(account.Id)).ToDictionaryAsync(account => account.Id, ct);
        IsAlone = !await db.Set<Account>().AnyAsync(
            account =>
                account.Id != current.Id && !account.Disabled && account.PasswordHash != null && account.Roles.Contains(administrator), ct);
        Rows = [.. waiting.Select(appointment => new Row(
            appointment, people[appointment.AccountId], people[appointment.AskedBy].FullName, appointment.Refusal(current.Actor)))];
        Links = [.. from person in links
                    let asker = person.Reset.AskedBy ?? person.Id
                    select new LinkRow(person, people[asker].FullName, LinkRules.Refusal(current.Actor, person.Id, asker))];
    }
}
