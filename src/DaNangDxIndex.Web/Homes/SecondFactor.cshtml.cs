using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Homes;

/// <summary>Taking somebody's second step away, after a last look at whom it is.</summary>
[Authorize(Policies.Accounts), Present]
public sealed class SecondFactorModel(
    DxIndexDb db, CurrentAccount current, TwoPeople two, ResetSecondFactor reset) : PageModel, IShowsRefusals
{
    private Account? _person;

    [FromRoute]
    public Guid Id { get; set; }

    public Account Person => _person ?? throw new InvalidOperationException("The page is shown only with somebody.");

    public bool NeedsSecond => two.AreWanted(FourEyes.SecondFactor);

    public string FieldOf(RuleViolation refused) => "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _person = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == Id, ct);
        return _person is null || !RoleRules.Keeps(current.Actor, _person.Held, _person.AgencyCode) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await reset.HandleAsync(new(Id), current.Actor, ct))
            return RedirectToPage("/Accounts/Edit", new { id = Id });
        return two.Asked ? RedirectToPage("/Homes/Proposals", new { done = "asked" }) : NotFound();
    }
}
