using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Marking;
using DaNangDxIndex.Spreadsheets.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Targets;

/// <summary>What a file of targets would do, before it does it; or what is wrong with it.</summary>
[Authorize(Policies.Office)]
public sealed class ImportCheckModel(ImportTargets import, KeptUploads uploads, CurrentAccount account) : PageModel, IShowsRefusals
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    public KeptUpload? Kept { get; private set; }

    public string? Reason { get; private set; }

    internal TargetPlan? Plan { get; private set; }

    /// <summary>Null for CSV, which bears no marks.</summary>
    public string? Marked => Kept is null || TypedWorkbook.IsCsv(Kept.Content)
        ? null
        : Url.Page("/Targets/ImportCheck", "Marked", new { Year, Id });

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetMarkedAsync(CancellationToken ct) =>
        await ReadAsync(ct) && Kept is not null && Plan is not null && Marked is not null
            ? Kept.Marked(Plan.Faults)
            : NotFound();

    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken ct)
    {
        Reason = reason;
        if (await FindAsync(ct) is not { } kept
            || await import.HandleAsync(new(Year, kept.Content, kept.FileName, reason), ct) is not { } plan)
            return NotFound();
        // Something has changed since the check: it is shown again.
        if (plan.Faults.Count > 0)
            return RedirectToPage(new { Year, Id });
        await uploads.ForgetAsync(Id, ct);
        return RedirectToPage("/Targets/Index", new { Year });
    }

    public string FieldOf(RuleViolation refused) => refused.Code == "target.reason" ? "reason" : "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    private Task<KeptUpload?> FindAsync(CancellationToken ct) =>
        uploads.FindAsync(Id, ImportModel.PurposeOf(Year), account.Actor.Account, ct);

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        Kept = await FindAsync(ct);
        Plan = Kept is null ? null : await import.CheckAsync(Year, Kept.Content, ct);
        return Plan is not null;
    }
}
