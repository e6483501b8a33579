using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Appraisal;

/// <summary>The second bench: one criterion down all agencies of a group. Every act leads on to the agency that waits next.</summary>
[Authorize(Policies.Appraisal)]
public sealed class CriterionBenchModel(CriterionBenchView view, JudgingModel.Acts acts, CurrentAccount account)
    : JudgingModel(acts, account)
{
    private CriterionBenchView.Content? _shown;

    [FromRoute]
    public string Group { get; set; } = "";

    [FromRoute]
    public string Criterion { get; set; } = "";

    /// <summary>The agency that lies open; the first that waits where none is named.</summary>
    [FromRoute]
    public string? Agency { get; set; }

    /// <summary>The agency that has just been judged: the next one that waits lies open.</summary>
    [FromQuery]
    public string? After { get; set; }

    /// <summary>At how many agencies it has just been accepted together; null where it was not.</summary>
    [FromQuery]
    public int? Accepted { get; set; }

    public CriterionBenchView.Content Shown =>
        _shown ?? throw new InvalidOperationException("The bench is shown only when there is something on it.");

    /// <summary>Null where nobody can be judged.</summary>
    public OpenOnBench? Open => Shown.Opened is { } opened && Shown.Rows.First(row => row.Line == opened.Line) is { } row
        ? new(this, opened, row.May, $"{Address}/{row.Agency}", "")
        : null;

    public string Address => $"/appraisal/{Year}/groups/{Group}/criteria/{Criterion}";

    protected override (string? Agency, string? Criterion) Judged => (Agency, Criterion);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    protected override IActionResult Decided(DecideCriterion.Outcome outcome) =>
        RedirectToPage(new { Year, Group, Criterion, Agency = "", after = Agency });

    protected override IActionResult Same() => RedirectToPage(new { Year, Group, Criterion, Agency });

    protected override async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _shown = await view.FindAsync(Year, Group, Criterion, Agency, After, Actor, ct);
        return _shown is null ? NotFound() : Page();
    }
}
