using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Agencies;

/// <summary>Whom to call, the English name and the statistical code of an agency.</summary>
[Authorize(Policies.Office)]
public sealed class DetailsModel(DxIndexDb db, DescribeAgency describe) : PageModel, IShowsRefusals
{
    public sealed class Form
    {
        public string? NameEn { get; set; }

        public string? GsoCode { get; set; }

        public string? ContactName { get; set; }

        public string? ContactPhone { get; set; }

        public string? ContactEmail { get; set; }

        public int Version { get; set; }
    }

    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public Agency? Agency { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } agency)
            return NotFound();
        Input = new()
        {
            NameEn = agency.Name.En,
            GsoCode = agency.GsoCode,
            ContactName = agency.ContactName,
            ContactPhone = agency.ContactPhone,
            ContactEmail = agency.ContactEmail,
            Version = agency.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is null)
            return NotFound();
        var command = new DescribeAgency.Command(
            Code, Input.Version, Input.NameEn?.Trim() ?? "", Maybe(Input.GsoCode),
            new(Maybe(Input.ContactName), Maybe(Input.ContactPhone), Maybe(Input.ContactEmail)));
        foreach (var fault in DescribeAgency.FaultsOf(command))
            ModelState.AddModelError(
                "Input." + fault.Field.Replace(".", "", StringComparison.Ordinal), fault.Sentence.In(Addresses.Language));
        if (!ModelState.IsValid)
            return Page();
        return await describe.HandleAsync(command, ct) ? RedirectToPage("/Agencies/Profile", new { Code }) : NotFound();
    }

    /// <summary>What somebody else stored meanwhile is shown on the agency's page; the next save is made knowing it.</summary>
    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } agency)
            return NotFound();
        Input.Version = agency.Version;
        return Page();
    }

    private async Task<Agency?> FindAsync(CancellationToken ct) =>
        Agency = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(agency => agency.Code == Code, ct);

    private static string? Maybe(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
