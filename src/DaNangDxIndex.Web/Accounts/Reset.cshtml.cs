using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class ResetModel(ResetPassword reset, NewPassword rules, IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>In the query, not in the path: paths are logged, queries are not.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>From a second administrator, where the link comes in two halves.</summary>
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    /// <summary>Null where the link does not serve any more.</summary>
    public string? UserName { get; private set; }

    public bool NeedsCode { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => FindAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await FindAsync(ct);
        if (account is null || Token is null)
            return Page();
        if (!await reset.OpensAsync(account, Code, ct))
            ModelState.AddModelError(nameof(Code), texts["LinkCodeWrong"]);
        if (rules.Fault(Chosen, account.UserName, account.FullName) is { } fault)
            ModelState.AddModelError(nameof(Chosen), texts[fault]);
        if (!ModelState.IsValid || Chosen is null)
            return Page();
        if (await reset.HandleAsync(new(Token, Code, Chosen), ct) is not null)
            return RedirectToPage("/Accounts/SignIn", new { passwordSaved = true });
        UserName = null;
        return Page();
    }

    private async Task<Account?> FindAsync(CancellationToken ct)
    {
        var account = await reset.FindAsync(Token ?? "", ct);
        (UserName, NeedsCode) = (account?.UserName, account?.Reset.InHalves is true);
        return account;
    }
}
