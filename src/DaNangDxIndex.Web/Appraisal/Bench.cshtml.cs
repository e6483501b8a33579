using DaNangDxIndex.Assessments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Appraisal;

/// <summary>The bench: criteria left, figures in the middle, verdict right. Every act posts, and leads on to what waits next.</summary>
[Authorize(Policies.Appraisal)]
public sealed class BenchModel(BenchView view, JudgingModel.Acts acts, CurrentAccount account, TimeProvider clock)
    : JudgingModel(acts, account)
{
    private BenchView.Content? _shown;

    [FromRoute]
    public string Agency { get; set; } = "";

    /// <summary>The criterion that lies open; the first that waits where none is named.</summary>
    [FromQuery]
    public string? Criterion { get; set; }

    public BenchView.Content Shown =>
        _shown ?? throw new InvalidOperationException("The bench is shown only when there is something on it.");

    /// <summary>Null where there is nothing to judge.</summary>
    public OpenOnBench? Open => Shown.Opened is { } opened
        ? new(this, opened, May(AssessmentVerb.Appraise), $"/appraisal/{Year}/{Agency}", $"&criterion={opened.Line.Criterion.Code}")
        : null;

    protected override (string? Agency, string? Criterion) Judged => (Agency, Criterion);

    public bool May(AssessmentVerb verb) =>
        AssessmentRules.Refusal(verb, Shown.Sheet.Assessment, Shown.Sheet.Edition, Actor, clock.GetUtcNow()) is null;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    protected override IActionResult Decided(DecideCriterion.Outcome outcome) => At(outcome.Next ?? Criterion);

    protected override IActionResult Same() => At(Criterion);

    protected override async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _shown = await view.FindAsync(Year, Agency, Criterion, Actor, ct);
        return _shown is null ? NotFound() : Page();
    }

    private RedirectToPageResult At(string? criterion) => RedirectToPage(new { Year, Agency, criterion });
}
