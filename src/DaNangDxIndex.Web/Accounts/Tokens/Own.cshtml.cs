using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>A person's own tokens: the list, a new one (its text is shown once), and the end of one.</summary>
[Authorize(Policies.SignedIn), Present, ResponseCache(NoStore = true)]
public sealed class OwnModel(DxIndexDb db, CurrentAccount current, TimeProvider clock) : PageModel, IShowsRefusals
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public TokenScope Scope { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    [FromQuery]
    public bool Revoked { get; set; }

    /// <summary>The text of the new token, this once.</summary>
    public string? Issued { get; private set; }

    public IReadOnlyList<TokenRow> Tokens { get; private set; } = [];

    public IReadOnlyList<TokenScope> Offered => TokenRules.Offered(current.Actor.Roles);

    public string FieldOf(RuleViolation refused) => "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Tokens = await TokenRow.ReadAsync(db, current.Actor.Account, clock.GetUtcNow(), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] IssueToken issue, CancellationToken ct)
    {
        Refuse(nameof(Name), TokenRules.NameFault(Name));
        ModelState.Remove(nameof(Days));
        Refuse(nameof(Days), TokenRules.DaysFault(Days));
        if (ModelState.IsValid)
            Issued = await issue.HandleAsync(new(Name ?? "", Scope, Days ?? 0), current.Actor, ct);
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromServices] RevokeToken revoke, Guid token, CancellationToken ct) =>
        await revoke.HandleAsync(token, current.Actor, ct) ? RedirectToPage(new { revoked = true }) : NotFound();

    private void Refuse(string field, Bilingual? fault)
    {
        if (fault is not null)
            ModelState.AddModelError(field, fault.ForReader());
    }
}
