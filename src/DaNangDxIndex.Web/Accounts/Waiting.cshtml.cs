using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Roles that one administrator has asked for and a second one confirms or declines.</summary>
[Authorize(Policies.Administrator)]
public sealed class WaitingModel(DxIndexDb db, SettleAppointment settle, CurrentAccount current) : PageModel, IShowsRefusals
{
    /// <param name="Refusal">Why this person may not settle it, or null.</param>
    public sealed record Row(Appointment Appointment, Account Person, string Asker, RuleViolation? Refusal);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Nobody else could confirm: the operator of the server has to help.</summary>
    public bool IsAlone { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid appointment, bool confirmed, CancellationToken ct) =>
        await settle.HandleAsync(new(appointment, confirmed), ct) is null ? NotFound() : RedirectToPage();

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var administrator = Role.Administrator.Code();
        var waiting = await db.Set<Appointment>().AsNoTracking()
            .Where(appointment => appointment.Outcome == null).OrderBy(appointment => appointment.AskedAt).ToListAsync(ct);
        var named = waiting.SelectMany(appointment => new[] { appointment.AccountId, appointment.AskedBy }).ToHashSet();
        var people = await db.Set<Account>().AsNoTracking()
            .Where(account => named.Contains(account.Id)).ToDictionaryAsync(account => account.Id, ct);
        IsAlone = !await db.Set<Account>().AnyAsync(
            account =>
                account.Id != current.Id && !account.Disabled && account.PasswordHash != null && account.Roles.Contains(administrator), ct);
        Rows = [.. waiting.Select(appointment => new Row(
            appointment, people[appointment.AccountId], people[appointment.AskedBy].FullName, appointment.Refusal(current.Actor)))];
    }
}
