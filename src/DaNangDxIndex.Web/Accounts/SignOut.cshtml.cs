using DaNangDxIndex.Accounts.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Accounts;

[Authorize(Policies.SignedIn)]
public sealed class SignOutModel(EndSessions sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.HereAsync(ct);
        await HttpContext.SignOutAsync();
        return Redirect($"{Request.PathBase}/");
    }
}
