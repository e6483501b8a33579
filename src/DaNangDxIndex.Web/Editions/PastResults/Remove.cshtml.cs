using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>Takes imported results back, with a reason.</summary>
[Authorize(Policies.Office)]
public sealed class RemoveModel(PastResultsRegister register, ImportPastResults import) : PageModel, IShowsRefusals
{
    [FromRoute]
    public int Year { get; set; }

    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        (await register.ReadAsync(ct)).Editions.GetValueOrDefault(Year) is { Stage: EditionStage.Imported } ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken ct)
    {
        Reason = reason;
        return await import.RemoveAsync(Year, reason, ct) ? RedirectToPage("/Editions/PastResults/Index") : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code == "past.reason" ? "reason" : "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);
}
