using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>Who has tokens; an administrator ends any of them.</summary>
[Authorize(Policies.Administrator)]
public sealed class AllModel(DxIndexDb db, CurrentAccount current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<TokenRow> Tokens { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Tokens = await TokenRow.ReadAsync(db, null, clock.GetUtcNow(), ct);

    public async Task<IActionResult> OnPostRevokeAsync([FromServices] RevokeToken revoke, Guid token, CancellationToken ct) =>
        await revoke.HandleAsync(token, current.Actor, ct) ? RedirectToPage() : NotFound();
}
