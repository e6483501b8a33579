using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Says of a printed scorecard whether it is still valid, beside the figures
/// that must stand on it. "/verify/{code}" finds the tenant by the code.
/// </summary>
[AllowAnonymous, PublicAnswer]
public sealed class VerifyModel(
    DxIndexDb db, AgencyResults results, PublishedEditions published, Tenants tenants, Addresses addresses,
    IStringLocalizer<AgencyTexts> texts) : PageModel
{
    public string? Asked { get; private set; }

    public AgencyResult? Result { get; private set; }

    /// <summary>Number of the current publication, when the paper is of an earlier one.</summary>
    public int? SupersededBy { get; private set; }

    /// <summary>Why the version on the paper was taken out of force; null where it was not.</summary>
    public Withdrawal? Withdrawn { get; private set; }

    /// <summary>How the agency stands in the version in force, against the paper; null where nothing of it is another.</summary>
    public MovedResult? Since { get; private set; }

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
        Result = await FindAsync(Asked, ct);
        if (Result is null)
            return Unknown(Asked);
        SupersededBy = await results.SupersededByAsync(Result, ct);
        if (Result.Card is { Version.Edition: var paper } card)
        {
            Withdrawn = (await published.WithdrawnAsync(paper.Year, ct)).GetValueOrDefault(paper.Number);
            if (SupersededBy is { } newer && await published.FindAsync(paper.Year, newer, ct) is { } inForce)
                Since = CorrectedResults.Moved(paper, inForce.Edition, card.Entrant.Agency);
        }

        return Page();
    }

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

    public Outcome OutcomeOf(AgencyResult result) => ResultInBrief.Of(result, texts);

    private async Task<AgencyResult?> FindAsync(string code, CancellationToken ct) =>
        await db.Set<ScorecardCode>().AsNoTracking().SingleOrDefaultAsync(one => one.Code == code, ct) is { } found
            ? await results.FindAsync(found.Year, found.Agency, found.Number, ct)
            : null;
}
