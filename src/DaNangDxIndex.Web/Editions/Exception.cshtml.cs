using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>The two exceptions the office may make for one agency: more time, or "not submitted".</summary>
[Authorize(Policies.Office)]
public sealed class ExceptionModel(
    DxIndexDb db, ExtendDeadline extend, RecordNotSubmitted record,
    IValidator<ExtendDeadline.Command> extendRules, IValidator<RecordNotSubmitted.Command> recordRules,
    CurrentAccount account, TimeProvider clock, IStringLocalizer<EditionTexts> texts) : PageModel, IShowsRefusals
{
    private Assessment? _assessment;
    private Edition? _edition;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public Assessment Assessment => _assessment ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    public Edition Edition => _edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public string AgencyName { get; private set; } = "";

    /// <summary>The agency's own; null while none is set.</summary>
    public DateTimeOffset? Deadline => Assessment.ClosesAt(Edition);

    public string? LastDay { get; private set; }

    public string? ExtendReason { get; private set; }

    public string? RecordReason { get; private set; }

    /// <summary>Why the person may not do it now, or null.</summary>
    public RuleViolation? Refusal(AssessmentVerb verb) =>
        AssessmentRules.Refusal(verb, Assessment, Edition, account.Actor, clock.GetUtcNow());

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostExtendAsync(string? lastDay, string? extendReason, CancellationToken ct)
    {
        (LastDay, ExtendReason) = (lastDay, extendReason);
        var day = TypedDate.Read(lastDay);
        if (day.Refusal is { } refusal)
            ModelState.AddModelError("lastDay", refusal.ForReader());
        var command = new ExtendDeadline.Command(Year, Agency, day.Day, extendReason);
        ModelState.Add(extendRules.Validate(command), texts, ("Ends", "lastDay"), ("Reason", "extendReason"));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await extend.HandleAsync(command, account.Actor, ct)
            ? RedirectToPage("/Editions/Progress", new { Year, extended = Agency })
            : NotFound();
    }

    public async Task<IActionResult> OnPostRecordAsync(string? recordReason, CancellationToken ct)
    {
        RecordReason = recordReason;
        var command = new RecordNotSubmitted.Command(Year, Agency, recordReason);
        ModelState.Add(recordRules.Validate(command), texts, ("Reason", "recordReason"));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await record.HandleAsync(command, account.Actor, ct)
            ? RedirectToPage("/Editions/Progress", new { Year, recorded = 1 })
            : NotFound();
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var (year, agency) = (Year, Agency);
        _assessment = await db.Set<Assessment>().AsNoTracking()
            .SingleOrDefaultAsync(assessment => assessment.Year == year && assessment.Agency == agency, ct);
        if (_assessment is null)
            return NotFound();
        _edition = await db.Set<Edition>().AsNoTracking().SingleAsync(edition => edition.Year == year, ct);
        var name = await db.Set<Agency>().AsNoTracking().Where(known => known.Code == agency).Select(known => known.Name).SingleAsync(ct);
        AgencyName = name.ForReader();
        return Page();
    }
}
