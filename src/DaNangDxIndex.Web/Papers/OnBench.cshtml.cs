using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Evidence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Papers;

/// <summary>The minutes of an agency's appraisal to print and sign, and the scans that the agency has signed.</summary>
[Authorize(Policies.Appraisal)]
public sealed class OnBenchModel(AppraisalSheets sheets, SignedPapers signed, PaperAnswer answer) : PageModel
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AppraisalSheet? Sheet { get; private set; }

    public IReadOnlyList<SignedPapers.Kept> Signed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Sheet = await sheets.FindAsync(Year, Agency, ct);
        Signed = await signed.OfAsync(Year, Agency, ct);
        return Sheet is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetMinutesAsync(
        [FromServices] AppraisalMinutes minutes, [FromServices] BestOfGroup bestOfGroup, string? form, CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } sheet
            ? answer.Of(
                minutes.Of(sheet, await bestOfGroup.FindAsync(Year, sheet.Assessment.Group, sheet.Scorer, ct)), form,
                $"minutes-{Year}-{Agency}")
            : NotFound();

    /// <summary>The scan itself, as the scanner allows.</summary>
    public async Task<IActionResult> OnGetScanAsync([FromServices] FileAnswer files, Guid paper, CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is not null
            && (await signed.OfAsync(Year, Agency, ct)).FirstOrDefault(kept => kept.Paper.Id == paper) is { } kept
            ? await files.OfAsync(Response, kept.Shown, preview: false, toOwnAgency: false, ct)
            : NotFound();
}
