using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>What the office asks to open again; the lead appraiser opens it and goes on at the bench.</summary>
[Authorize(Policies.Appraisal)]
public sealed class ReopeningModel(
    AppraisalSheets sheets, ReopenCriterion reopen, IValidator<ReopenCriterion.Command> rules,
    CurrentAccount account, TimeProvider clock, IStringLocalizer<AppraisalTexts> texts) : PageModel, IShowsRefusals
{
    private AppraisalSheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AppraisalSheet Sheet => _sheet ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    public string? Reason { get; private set; }

    /// <summary>Why the person may not open it, or null.</summary>
    public RuleViolation? Refused =>
        AssessmentRules.Refusal(AssessmentVerb.Reopen, Sheet.Assessment, Sheet.Edition, account.Actor, clock.GetUtcNow());

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken ct)
    {
        Reason = reason;
        var command = new ReopenCriterion.Command(Year, Agency, reason);
        ModelState.Add(rules.Validate(command), texts, (nameof(command.Reason), "reason"));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await reopen.HandleAsync(command, account.Actor, ct) is { } criterion
            ? RedirectToPage("/Appraisal/Bench", new { Year, Agency, criterion })
            : NotFound();
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        return _sheet is null ? NotFound() : Page();
    }
}
