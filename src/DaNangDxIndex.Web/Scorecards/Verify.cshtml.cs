using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>Says of a printed scorecard whether it is still valid, beside the figures that must stand on it. "/verify/{code}" finds the tenant by the code.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class VerifyModel(DxIndexDb db, AgencyResults results, IStringLocalizer<AgencyTexts> texts) : PageModel
{
    public string? Asked { get; private set; }

    public AgencyResult? Result { get; private set; }

    /// <summary>Number of the version in force, when the paper is of an earlier one.</summary>
    public int? SupersededBy { get; private set; }

    /// <param name="code">From the address on the paper.</param>
    /// <param name="typed">From the form; leads to the address.</param>
    public async Task<IActionResult> OnGetAsync(string? code, [FromQuery(Name = "code")] string? typed, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code) && !string.IsNullOrWhiteSpace(typed))
            return Redirect($"/verify/{VerificationCode.Read(typed)}");
        if (string.IsNullOrWhiteSpace(code))
            return Page();
        Asked = VerificationCode.Read(code);
        if (Asked != code)
            return Redirect($"/verify/{Asked}");
        Result = await FindAsync(Asked, ct);
        if (Result is null)
            return Unknown(Asked);
        SupersededBy = await results.SupersededByAsync(Result, ct);
        return Page();
    }

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
