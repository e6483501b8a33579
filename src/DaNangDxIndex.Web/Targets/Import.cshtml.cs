using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Targets;

/// <summary>The targets of a year as the office has entered them, and a file that takes their place; it is checked first.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(TypedWorkbook.LargestFile + (1024 * 1024))]
public sealed class ImportModel(TargetRegister register, ImportTargets import, KeptUploads uploads, CurrentAccount account)
    : PageModel, IShowsRefusals
{
    [FromRoute]
    public int Year { get; set; }

    public TargetRegister.Found? Register { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Register = await register.FindAsync(Year, ct);
        return Register is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken ct) =>
        await register.FindAsync(Year, ct) is { } found
            ? File(
                TargetColumns.Template(found.There, Addresses.Language), Workbook.ContentType,
                Addresses.Language == "en" ? $"targets-{Year}.xlsx" : $"chi-tieu-{Year}.xlsx")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        var kept = await uploads.KeepAsync(file, PurposeOf(Year), account.Actor.Account, ct);
        // A file that cannot be read at all is refused here, on the page that it was sent from.
        return await import.CheckAsync(Year, kept.Content, ct) is null
            ? NotFound()
            : RedirectToPage("/Targets/ImportCheck", new { Year, kept.Id });
    }

    public string FieldOf(RuleViolation refused) => "file";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    internal static string PurposeOf(int year) => $"targets-{year}";
}
