using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Marking;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Accounts;

/// <summary>Accounts from a spreadsheet: checked first, then applied as a whole; the answer is the sheet of slips.</summary>
[Authorize(Policies.Accounts), Present]
[RequestSizeLimit(TypedWorkbook.LargestFile + 65536)]
public sealed class ImportModel(DxIndexDb db, ImportAccounts import, KeptUploads uploads, CurrentAccount current, Addresses addresses)
    : PageModel, IShowsRefusals
{
    /// <summary>The file that is checked and not applied yet.</summary>
    public KeptUpload? Upload { get; private set; }

    public AccountFile? Checked { get; private set; }

    public AgencyNames? Agencies { get; private set; }

    /// <summary>Null until the file is applied.</summary>
    public IReadOnlyList<Slip>? Slips { get; private set; }

    public string FieldOf(RuleViolation refused) => "file";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        (Upload, Checked) = (null, null);
        return Task.FromResult<IActionResult>(Page());
    }

    public IActionResult OnGetTemplate() => File(
        Workbook.Write(Template.Of(AccountColumns.Tab.In(Addresses.Language), AccountColumns.All, [], Addresses.Language)),
        Workbook.ContentType, "accounts.xlsx");

    public async Task<IActionResult> OnGetMarkedAsync(Guid upload, CancellationToken ct)
    {
        if (await uploads.FindAsync(upload, ImportAccounts.Purpose, current.Actor.Account, ct) is not { } kept)
            return NotFound();
        var faults = (await import.CheckAsync(kept, ct)).Faults;
        return kept.Marked(faults);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        Upload = await uploads.KeepAsync(file, ImportAccounts.Purpose, current.Actor.Account, ct);
        return await ShowAsync(await import.CheckAsync(Upload, ct), ct);
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid upload, CancellationToken ct)
    {
        Upload = await uploads.FindAsync(upload, ImportAccounts.Purpose, current.Actor.Account, ct);
        if (await import.HandleAsync(upload, ct) is not { } outcome)
            return RedirectToPage();
        if (outcome.Issued.Count == 0)
            return await ShowAsync(outcome.File, ct);
        var names = await AgencyNames.ReadAsync(db, ct);
        Slips = [.. outcome.Issued.Select(issued => Slip.Of(issued.Account, issued.Token, names, addresses))];
        return Page();
    }

    private async Task<IActionResult> ShowAsync(AccountFile file, CancellationToken ct)
    {
        (Checked, Agencies) = (file, await AgencyNames.ReadAsync(db, ct));
        if (file.Faults.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
