using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Marking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>What a file with an earlier year's results would store; or what is wrong with it.</summary>
[Authorize(Policies.Office)]
public sealed class CheckModel(PastResultsRegister register, KeptUploads uploads, ImportPastResults import, CurrentAccount account)
    : PageModel, IShowsRefusals
{
    [FromRoute]
    public Guid Id { get; set; }

    public KeptUpload? Kept { get; private set; }

    public string? Reason { get; private set; }

    internal PastPlan? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetMarkedAsync(CancellationToken ct) => await ReadAsync(ct) && Kept is not null && Plan is not null
        ? Kept.Marked(Plan.Faults)
        : NotFound();

    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken ct)
    {
        Reason = reason;
        if (await import.HandleAsync(Id, account.Actor.Account, reason, ct) is not { } outcome)
            return NotFound();
        return outcome.Year is { } year ? RedirectToPage("/Ranking/Edition", new { year }) : RedirectToPage(new { Id });
    }

    public string FieldOf(RuleViolation refused) => refused.Code == "past.reason" ? "reason" : "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        Kept = await uploads.FindAsync(Id, ImportPastResults.Purpose, account.Actor.Account, ct);
        Plan = Kept is null ? null : PastPlan.Of(Kept.Content, await register.ReadAsync(ct));
        return Plan is not null;
    }
}
