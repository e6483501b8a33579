using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// The list before the rest of one agency is accepted: every criterion by name, and what is left to be looked at, with why.
/// </summary>
[Authorize(Policies.Appraisal)]
public sealed class AcceptModel(BenchView view, AcceptRemaining accept, CurrentAccount account, TimeProvider clock)
    : PageModel, IShowsRefusals
{
    private BenchView.Content? _shown;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public BenchView.Content Shown => _shown ?? throw new InvalidOperationException("The list is shown only when there is one.");

    public RuleViolation? Refusal =>
        AssessmentRules.Refusal(AssessmentVerb.Appraise, Shown.Sheet.Assessment, Shown.Sheet.Edition, account.Actor, clock.GetUtcNow());

    public IReadOnlyList<BenchLine> Acceptable => Refusal is null ? [.. Shown.Lines.Where(line => line.Acceptable)] : [];

    public IReadOnlyList<BenchLine> Left => [.. Shown.Lines.Where(line => line is { WantsLook: true, Open: true })];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? listed, CancellationToken ct) =>
        await accept.HandleAsync(Year, Agency, ListOnPage.Read(listed), account.Actor, ct) is not null
            ? RedirectToPage("/Appraisal/Round", new { Year, Agency, done = "accepted" })
            : NotFound();

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _shown = await view.FindAsync(Year, Agency, null, account.Actor, ct);
        return _shown is null ? NotFound() : Page();
    }
}
