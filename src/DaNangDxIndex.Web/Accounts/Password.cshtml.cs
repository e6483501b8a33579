using DaNangDxIndex.Accounts.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

[Authorize(Policies.SignedIn), EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordModel(ChangePassword change, NewPassword rules, BeginSession begin, CurrentAccount current,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    public bool Done { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Current))
            ModelState.AddModelError(nameof(Current), texts["PasswordMissing"]);
        if (rules.Fault(Chosen, current.UserName, current.Name) is { } fault)
            ModelState.AddModelError(nameof(Chosen), texts[fault]);
        if (!ModelState.IsValid || Current is null || Chosen is null)
            return Page();
        if (await change.HandleAsync(new(current.UserName, Current, Chosen), ct) is not { } account)
        {
            ModelState.AddModelError(nameof(Current), texts["PasswordWrong"]);
            return Page();
        }
        await begin.GoOnAsync(
            account, current.Session ?? throw new InvalidOperationException("Who is signed in is so in a session."), ct);
        Done = true;
        return Page();
    }
}
