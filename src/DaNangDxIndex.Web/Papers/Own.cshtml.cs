using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Papers;

/// <summary>The agency's papers: its report and, once heard, the minutes, to print and sign; and the signed scan.</summary>
[Authorize(Policies.AgencyStaff)]
[RequestSizeLimit(PieceIntake.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = PieceIntake.LargestRequest)]
public sealed class OwnModel(
    AssessmentSheets sheets, AppraisalSheets appraised, ShownEvidence evidence, SignedPapers signed, PaperAnswer answer,
    CurrentAccount account, IStringLocalizer<PaperTexts> texts) : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromQuery]
    public bool Kept { get; set; }

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public bool HearsMinutes => AssessmentRules.IsHeard(Sheet.Assessment, Sheet.Edition);

    public IReadOnlyList<SignedPapers.Kept> Signed { get; private set; } = [];

    /// <summary>Of the declaration as it stands.</summary>
    public string Digest { get; private set; } = "";

    public string FieldOf(RuleViolation refused) => "file";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        if (_sheet is null)
            return NotFound();
        Signed = await signed.OfAsync(Year, Agency, ct);
        Digest = _sheet.Declaration(await evidence.OfAsync(Year, Agency, ct)).Digest;
        return Page();
    }

    public async Task<IActionResult> OnGetReportAsync([FromServices] SelfAssessmentReport report, string? form, CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } sheet
            ? answer.Of(report.Of(sheet, await evidence.OfAsync(Year, Agency, ct)), form, $"report-{Year}-{Agency}")
            : NotFound();

    public async Task<IActionResult> OnGetMinutesAsync(
        [FromServices] AppraisalMinutes minutes, [FromServices] BestOfGroup bestOfGroup, string? form, CancellationToken ct) =>
        await appraised.FindHeardAsync(Year, Agency, ct) is { } sheet
            ? answer.Of(
                minutes.Of(sheet, await bestOfGroup.FindAsync(Year, sheet.Assessment.Group, sheet.Scorer, ct)), form,
                $"minutes-{Year}-{Agency}")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(
        [FromServices] PieceIntake intake, [FromServices] KeepSigned keep, IFormFile? file, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is NotFoundResult missing)
            return missing;
        var input = new PieceInput(texts["Signed.Title", Year], null, null, null, null, null, null);
        // Into the folder, then beside the assessment: where only the first came about, sending the scan again does the second.
        if (await intake.FileAsync(Agency, null, file, input, true, account.Actor, ModelState, ct) is not { } piece)
            return Page();
        return await keep.HandleAsync(Year, Agency, piece.Id, account.Actor, ct) is null ? NotFound()
            : RedirectToPage(new { Year, Agency, kept = true });
    }
}
