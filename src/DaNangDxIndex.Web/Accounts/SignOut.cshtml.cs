using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Accounts;

[Authorize(Policies.SignedIn)]
public sealed class SignOutModel(SignOut signOut, CurrentAccount account) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await signOut.HandleAsync(account.Actor.Account, ct);
        await HttpContext.SignOutAsync();
        return Redirect($"{Request.PathBase}/");
    }
}
