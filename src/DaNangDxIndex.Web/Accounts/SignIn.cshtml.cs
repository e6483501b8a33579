using System.Security.Claims;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignIn signIn, CurrentTenant tenant, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(UserName))
            ModelState.AddModelError(nameof(UserName), texts["UserNameMissing"]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), texts["PasswordMissing"]);
        if (!ModelState.IsValid || UserName is null || Password is null)
            return Page();
        // A longer one can be nobody's.
        if (Password.Length > NewPassword.Longest || await signIn.HandleAsync(new(UserName, Password), ct) is not { } account)
        {
            ModelState.AddModelError(nameof(UserName), texts["SignInRefused"]);
            return Page();
        }
        await HttpContext.SignInAsync(Principal(account));
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : Redirect($"{Request.PathBase}/work");
    }

    private ClaimsPrincipal Principal(Account account) =>
        AccountClaims.Principal(account, tenant.Required, CookieAuthenticationDefaults.AuthenticationScheme);
}
