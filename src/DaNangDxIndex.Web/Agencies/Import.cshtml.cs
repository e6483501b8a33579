using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Agencies;

/// <summary>Sends the office's list to be checked, and hands out the list to fill in.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(Spreadsheets.Reading.TypedWorkbook.LargestFile + (1024 * 1024))]
public sealed class ImportModel(AgencyRegister register, KeptUploads uploads, CurrentAccount account) : PageModel, IShowsRefusals
{
    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken ct)
    {
        var language = Addresses.Language;
        var agencies = (await register.ReadAsync(ct)).InForce(language);
        return File(
            Workbook.Write(AgencyColumns.Template(agencies, language)),
            Workbook.ContentType, language == "en" ? "agencies.xlsx" : "co-quan.xlsx");
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        var kept = await uploads.KeepAsync(file, ImportAgencies.Purpose, account.Actor.Account, ct);
        // A file that cannot be read at all is refused here, on the page that it was sent from.
        AgencyPlan.Of(kept.Content, await register.ReadAsync(ct));
        return RedirectToPage("/Agencies/ImportCheck", new { kept.Id });
    }

    public string FieldOf(RuleViolation refused) => "file";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => Task.FromResult<IActionResult>(Page());
}
