using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// The list before one criterion is accepted at many agencies: each by name, and those that are left to be looked at, with why.
/// </summary>
[Authorize(Policies.Appraisal)]
public sealed class AcceptDownModel(CriterionBenchView view, AcceptDown accept, CurrentAccount account) : PageModel, IShowsRefusals
{
    private CriterionBenchView.Content? _shown;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Group { get; set; } = "";

    [FromRoute]
    public string Criterion { get; set; } = "";

    public CriterionBenchView.Content Shown => _shown ?? throw new InvalidOperationException("The list is shown only when there is one.");

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? listed, CancellationToken ct) =>
        await accept.HandleAsync(Year, Group, Criterion, ListOnPage.Read(listed), account.Actor, ct) is { } accepted
            ? RedirectToPage("/Appraisal/CriterionBench", new { Year, Group, Criterion, accepted })
            : NotFound();

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _shown = await view.FindAsync(Year, Group, Criterion, null, null, account.Actor, ct);
        return _shown is null ? NotFound() : Page();
    }
}
