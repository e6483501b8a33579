using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Whoever keeps an account takes a link away; nobody makes one for somebody else.</summary>
[Authorize(Policies.Accounts), Present]
public sealed class LinkedOfModel(DxIndexDb db, CurrentAccount current, Unlink unlink) : PageModel
{
    private Account? _person;

    [FromRoute]
    public Guid Id { get; set; }

    public Account Person => _person ?? throw new InvalidOperationException("The page is shown only with somebody.");

    public IReadOnlyList<LinkedModel.Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _person = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == Id, ct);
        if (_person is null || !RoleRules.Keeps(current.Actor, _person.Held, _person.AgencyCode))
            return NotFound();
        Rows = [.. (await LinkedModel.RowsAsync(db, Id, ct)).Where(row => row.IsLinked)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? issuer, CancellationToken ct) =>
        await unlink.HandleAsync(new(Id, issuer ?? ""), current.Actor, ct) ? RedirectToPage() : NotFound();
}
