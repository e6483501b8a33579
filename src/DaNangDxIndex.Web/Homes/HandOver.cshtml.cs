using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Homes;

/// <summary>What somebody who leaves would leave undone, and who takes it over.</summary>
[Authorize(Policies.Accounts), Present]
public sealed class HandOverModel(DxIndexDb db, CurrentAccount current, Duties duties, HandOver handOver) : PageModel, IShowsRefusals
{
    private Account? _leaver;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? To { get; set; }

    public Account Leaver => _leaver ?? throw new InvalidOperationException("The page is shown only with somebody who leaves.");

    public IReadOnlyList<Duty> Undone { get; private set; } = [];

    public IReadOnlyList<Account> Colleagues { get; private set; } = [];

    public string FieldOf(RuleViolation refused) => "To";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken ct) =>
        await handOver.HandleAsync(new(Id, version, To), ct) ? RedirectToPage("/Accounts/Edit", new { id = Id }) : NotFound();

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _leaver = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == Id, ct);
        if (_leaver is null || !RoleRules.Keeps(current.Actor, _leaver.Held, _leaver.AgencyCode))
            return NotFound();
        Undone = await duties.UndoneAsync(HandOver.ActorOf(_leaver), ct);
        var colleagues = await db.Set<Account>().AsNoTracking()
            .Where(account => account.Id != Id && !account.Disabled
                && (_leaver.AgencyCode == null || account.AgencyCode == _leaver.AgencyCode))
            .ToListAsync(ct);
        Colleagues = [.. colleagues.OrderBy(account => account.FullName, VietnameseOrder.Names)];
        return Page();
    }
}
