using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>
/// Says of a printed scorecard whether it is still valid, beside the figures
/// that must stand on it. "/verify/{code}" finds the tenant by the code.
/// </summary>
[AllowAnonymous, PublicAnswer]
public sealed class VerifyModel(
    VerifiedCodes codes, Tenants tenants, Addresses addresses, IStringLocalizer<AgencyTexts> texts) : PageModel
{
    public string? Asked { get; private set; }

    public VerifiedCode? Found { get; private set; }

    /// <param name="code">From the address on the paper.</param>
    /// <param name="typed">From the form; leads to the address.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, [FromQuery(Name = "code")] string? typed, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code) && !string.IsNullOrWhiteSpace(typed))
            return Redirect(await AddressOfAsync(ShortCode.Read(typed), ct));
        if (string.IsNullOrWhiteSpace(code))
            return Page();
        Asked = ShortCode.Read(code);
        if (Asked != code)
            return Redirect(await AddressOfAsync(Asked, ct));
        Found = await codes.FindAsync(Asked, ct);
        return Found is null ? Unknown(Asked) : Page();
    }

    public Outcome OutcomeOf(AgencyResult result) => ResultInBrief.Of(result, texts);

    // A code typed on one tenant's page may be another's; an unknown one is answered where it was typed. The language stays.
    private async Task<string> AddressOfAsync(string code, CancellationToken ct) => await tenants.OfCodeAsync(code, ct) is { } tenant
        ? $"/{tenant.Slug}/{Addresses.Language}/verify/{code}"
        : addresses.Page($"/verify/{code}");

    private PageResult Unknown(string code)
    {
        ModelState.AddModelError("code", texts["Verify.Unknown", code]);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
