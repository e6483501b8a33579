using System.Globalization;
using DaNangDxIndex.Accounts;
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
    CurrentAccount account, TimeProvider clock, IStringLocalizer<EditionTexts> texts) : PageModel
{
    private Assessment? assessment;
    private Edition? edition;

    public Assessment Assessment => assessment ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    public Edition Edition => edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public string AgencyName { get; private set; } = "";

    /// <summary>The agency's own; null while none is set.</summary>
    public DateTimeOffset? Deadline => Assessment.ClosesAt(Edition);

    public string? LastDay { get; private set; }

    public string? ExtendReason { get; private set; }

    public string? RecordReason { get; private set; }

    /// <summary>Why the person may not do it now, or null.</summary>
    public RuleViolation? Refusal(AssessmentVerb verb) => AssessmentRules.Refusal(verb, Assessment, Edition, account.Actor, clock.GetUtcNow());

    public Task<IActionResult> OnGetAsync(int year, string agency, CancellationToken ct) => ShowAsync(year, agency, ct);

    public async Task<IActionResult> OnPostExtendAsync(int year, string agency, string? lastDay, string? extendReason, CancellationToken ct)
    {
        (LastDay, ExtendReason) = (lastDay, extendReason);
        var day = TypedDate.Read(lastDay);
        if (day.Refusal is { } refusal)
            ModelState.AddModelError("lastDay", refusal.In(Addresses.Language));
        var command = new ExtendDeadline.Command(year, agency, day.Day, extendReason);
        ModelState.Add(extendRules.Validate(command), texts, ("Ends", "lastDay"), ("Reason", "extendReason"));
        return await ActAsync(year, agency, () => extend.HandleAsync(command, account.Actor, ct), ct);
    }

    public async Task<IActionResult> OnPostRecordAsync(int year, string agency, string? recordReason, CancellationToken ct)
    {
        RecordReason = recordReason;
        var command = new RecordNotSubmitted.Command(year, agency, recordReason);
        ModelState.Add(recordRules.Validate(command), texts, ("Reason", "recordReason"));
        return await ActAsync(year, agency, () => record.HandleAsync(command, account.Actor, ct), ct);
    }

    private async Task<IActionResult> ActAsync(int year, string agency, Func<Task<bool>> act, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            try
            {
                return await act() ? RedirectToPage("/Editions/Progress", new { year }) : NotFound();
            }
            catch (RuleViolation refused)
            {
                ModelState.AddModelError("", refused.Sentence.In(CultureInfo.CurrentUICulture.Name));
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(year, agency, ct);
    }

    private async Task<IActionResult> ShowAsync(int year, string agency, CancellationToken ct)
    {
        assessment = await db.Set<Assessment>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year && one.Agency == agency, ct);
        if (assessment is null)
            return NotFound();
        edition = await db.Set<Edition>().AsNoTracking().SingleAsync(one => one.Year == year, ct);
        var name = await db.Set<Agency>().AsNoTracking().Where(one => one.Code == agency).Select(one => one.Name).SingleAsync(ct);
        AgencyName = name.In(CultureInfo.CurrentUICulture.Name);
        return Page();
    }
}
