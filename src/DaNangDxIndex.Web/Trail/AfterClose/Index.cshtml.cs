using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Trail.AfterClose;

/// <summary>What was changed after each deadline, with its effect on points; "none" is said too. As a page and as CSV.</summary>
[Authorize(Policies.AfterClose)]
public sealed class IndexModel(LateChanges changes, LateSheet sheet, TimeProvider clock) : PageModel
{
    [FromRoute]
    public int Year { get; set; }

    public LateChanges.Report? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Report = await changes.OfAsync(Year, ct);
        return Report is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct) => await changes.OfAsync(Year, ct) is { } report
        ? File(
            System.Text.Encoding.UTF8.GetBytes(SheetCsv.Write(sheet.Of(report), Addresses.Language == "en" ? ',' : ';')),
            "text/csv; charset=utf-8", $"after-close-{Year}.csv")
        : NotFound();

    public DateTimeOffset? DeadlineOf(LateAct.Phase phase) =>
        Report is null ? null : LateAct.DeadlineOf(phase, Report.Edition.Calendar);

    /// <summary>Nothing can be late yet.</summary>
    public bool IsAhead(LateAct.Phase phase) => DeadlineOf(phase) > clock.GetUtcNow();

    /// <summary>"+0,50", "−1,20", "0,00".</summary>
    public static string Signed(Fraction effect, int decimals) =>
        (effect > Fraction.Zero ? "+" : "") + NumberText.Fixed(effect, decimals, Addresses.Language);
}
