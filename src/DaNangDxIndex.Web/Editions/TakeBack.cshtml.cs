using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>A record "not submitted" that was made by mistake is taken back, and the agency gets a last day for submitting.</summary>
[Authorize(Policies.Office)]
public sealed class TakeBackModel(
    AssessmentSheets sheets, TakeBackRecord takeBack, IValidator<TakeBackRecord.Command> rules,
    CurrentAccount account, TimeProvider clock, IStringLocalizer<EditionTexts> texts) : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    public string? LastDay { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Why the person may not do it now, or null.</summary>
    public RuleViolation? Refused =>
        AssessmentRules.Refusal(AssessmentVerb.TakeBack, Sheet.Assessment, Sheet.Edition, account.Actor, clock.GetUtcNow());

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? lastDay, string? reason, CancellationToken ct)
    {
        (LastDay, Reason) = (lastDay ?? "", reason);
        var day = TypedDate.Read(lastDay);
        if (day.Refusal is { } refusal)
            ModelState.AddModelError("lastDay", refusal.In(Addresses.Language));
        var command = new TakeBackRecord.Command(Year, Agency, day.Day, reason);
        ModelState.Add(rules.Validate(command), texts, ("Ends", "lastDay"), ("Reason", "reason"));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await takeBack.HandleAsync(command, account.Actor, ct)
            ? RedirectToPage("/Editions/Exception", new { Year, Agency })
            : NotFound();
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        if (_sheet is null)
            return NotFound();
        LastDay ??= VietNamTime.Day(_sheet.Assessment.LastDayOffered(_sheet.Edition, clock.GetUtcNow()), "vi");
        return Page();
    }
}
