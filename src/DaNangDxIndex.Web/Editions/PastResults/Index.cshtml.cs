using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>Earlier years whose results are known from print: what is there, and a file with one more.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(TypedWorkbook.LargestFile + (1024 * 1024))]
public sealed class IndexModel(PastResultsRegister register, KeptUploads uploads, CurrentAccount account) : PageModel, IShowsRefusals
{
    public PastResultsRegister.Found? Register { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Register = await register.ReadAsync(ct);

    public IActionResult OnGetTemplate() =>
        File(
            PastSheets.Template(Addresses.Language), Workbook.ContentType,
            Addresses.Language == "en" ? "past-results.xlsx" : "ket-qua-cac-nam.xlsx");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        var kept = await uploads.KeepAsync(file, ImportPastResults.Purpose, account.Actor.Account, ct);
        // A file that cannot be read at all is refused here, on the page that it was sent from.
        TypedWorkbook.Read(kept.Content);
        return RedirectToPage("/Editions/PastResults/Check", new { kept.Id });
    }

    public string FieldOf(RuleViolation refused) => "file";

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return Page();
    }
}
