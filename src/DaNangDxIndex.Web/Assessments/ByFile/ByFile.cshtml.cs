using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Marking;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>The form as a spreadsheet, out and back: what the file would change is shown first, and stored when a person says so.</summary>
[Authorize(Policies.AgencyStaff)]
[RequestSizeLimit(TypedWorkbook.LargestFile + 65536)]
public sealed class ByFileModel(
    AssessmentSheets sheets, FormWorkbook workbook, ImportForm import, KeptUploads uploads, CurrentAccount account, TimeProvider clock,
    IStringLocalizer<ByFileTexts> texts) : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    /// <summary>How many figures the file has just changed.</summary>
    [FromQuery]
    public int? Applied { get; set; }

    /// <summary>How many explanations the file has just brought.</summary>
    [FromQuery]
    public int? Explained { get; set; }

    /// <summary>How many answers to what was given back the file has just brought.</summary>
    [FromQuery]
    public int? Answered { get; set; }

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public RuleViolation? Closed => Sheet.Refusal(AssessmentVerb.Enter, account.Actor, clock.GetUtcNow());

    /// <summary>The file that is checked and not applied yet.</summary>
    public KeptUpload? Upload { get; private set; }

    public FormFile? Checked { get; private set; }

    /// <summary>What the checked file would do.</summary>
    public ImportForm.Outcome? Outcome { get; private set; }

    private string Purpose => ImportForm.Purpose(Year, Agency);

    public string FieldOf(RuleViolation refused) => "file";

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        (Upload, Checked, Outcome) = (null, null, null);
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        return _sheet is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } sheet
            ? File(workbook.Write(sheet, Addresses.Language), Workbook.ContentType, $"{Year}-{Agency}.xlsx")
            : NotFound();

    public async Task<IActionResult> OnGetMarkedAsync(Guid upload, CancellationToken ct) =>
        await uploads.FindAsync(upload, Purpose, account.Actor.Account, ct) is { } kept
            && await import.CheckAsync(Year, Agency, kept.Content, ct) is { } found
            ? kept.Marked(found.File.Faults)
            : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is NotFoundResult missing)
            return missing;
        Upload = await uploads.KeepAsync(file, Purpose, account.Actor.Account, ct);
        return Show(await import.CheckAsync(Year, Agency, Upload.Content, ct));
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid upload, List<string> take, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is NotFoundResult missing)
            return missing;
        Upload = await uploads.FindAsync(upload, Purpose, account.Actor.Account, ct);
        if (Upload is null)
        {
            ModelState.AddModelError("file", texts["Gone"]);
            return Page();
        }
        var seen = PostedFields.Versions(Request.Form);
        var outcome = await import.HandleAsync(
            new(Year, Agency, Upload.Content, seen, take.ToHashSet(StringComparer.Ordinal)), account.Actor, ct);
        if (outcome?.Applied is not { } applied)
        {
            ModelState.AddModelError("", texts["Overtaken"]);
            return Show(outcome ?? await import.CheckAsync(Year, Agency, Upload.Content, ct));
        }
        await uploads.ForgetAsync(upload, ct);
        return RedirectToPage(new { Year, Agency, applied, explained = outcome.Explained, answered = outcome.Answered });
    }

    private IActionResult Show(ImportForm.Outcome? outcome)
    {
        if (outcome is null)
            return NotFound();
        (_sheet, Checked, Outcome) = (outcome.Sheet, outcome.File, outcome);
        if (outcome.File.Faults.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
