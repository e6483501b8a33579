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
            .Where(one => one.Outcome == null).OrderBy(one => one.AskedAt).ToListAsync(ct);
        var named = waiting.SelectMany(one => new[] { one.AccountId, one.AskedBy }).ToHashSet();
        var people = await db.Set<Account>().AsNoTracking().Where(one => named.Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct);
        IsAlone = !await db.Set<Account>().AnyAsync(
            one => one.Id != current.Id && !one.Disabled && one.PasswordHash != null && one.Roles.Contains(administrator), ct);
        Rows = [.. waiting.Select(one => new Row(one, people[one.AccountId], people[one.AskedBy].FullName, one.Refusal(current.Actor)))];
    }
}
