using DaNangDxIndex.Accounts.SecondFactor;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Where a provider sends people back to.</summary>
[AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class BackModel(ReturnFromProvider come, Admission admission, SecretSeal seal, BrowserOfAttempt browser, Addresses addresses)
    : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ReturnFromProvider.Outcome Outcome { get; private set; } = new(null, null, ProviderFault.Stale);

    /// <summary>The second step is still to be shown.</summary>
    public string? Half { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? state, string? code, string? iss, string? error, CancellationToken ct)
    {
        if (browser.Language is { } language && language != Addresses.Language)
            return LocalRedirect(addresses.InLanguage(language));
        Outcome = await come.HandleAsync(new(Id, state, code, iss, error), ct);
        if (Outcome is { Linked: true })
            return RedirectToPage("/Accounts/Providers/Linked", new { done = true });
        if (Outcome.Account is not { } account)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (!Outcome.Half)
            return await admission.OfAsync(this, new(account, Outcome.Proof, Outcome.Kept, Outcome.ReturnUrl), ct);
        Half = seal.HalfIn(account, Outcome.Proof);
        return Page();
    }
}
