using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>
/// Recording everybody who did not submit: first who would be recorded and who is passed
/// over and why, then the same list once more with the reason, and only then the act.
/// </summary>
[Authorize(Policies.Office)]
public sealed class NotSubmittedModel(
    DxIndexDb db, RecordAllNotSubmitted recordAll, IValidator<RecordAllNotSubmitted.Command> rules, CriteriaInForce criteria,
    CurrentAccount account, IStringLocalizer<EditionTexts> texts) : PageModel, IShowsRefusals
{
    private NotSubmittedPlan? _plan;

    [FromRoute]
    public int Year { get; set; }

    public NotSubmittedPlan Plan => _plan ?? throw new InvalidOperationException("The page is shown only with a plan.");

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the methods of the groups say becomes of those who are recorded; one sentence where they agree.</summary>
    public IReadOnlyList<Bilingual> Consequences { get; private set; } = [];

    public string? Reason { get; private set; }

    /// <summary>The list has been seen and the reason given: what remains is to confirm.</summary>
    public bool Confirms { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostReviewAsync(string? seen, string? reason, CancellationToken ct)
    {
        Reason = reason;
        ModelState.Add(rules.Validate(new RecordAllNotSubmitted.Command(Year, seen ?? "", reason)), texts, ("Reason", "reason"));
        Confirms = ModelState.IsValid;
        return ShowAsync(ct, seen ?? "");
    }

    public async Task<IActionResult> OnPostRecordAsync(string? seen, string? reason, CancellationToken ct)
    {
        Reason = reason;
        var command = new RecordAllNotSubmitted.Command(Year, seen ?? "", reason);
        ModelState.Add(rules.Validate(command), texts, ("Reason", "reason"));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await recordAll.HandleAsync(command, account.Actor, ct) is { } recorded
            ? RedirectToPage("/Editions/Progress", new { Year, recorded })
            : NotFound();
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    /// <param name="seen">Digest of the plan that was on screen; read where it is to be confirmed.</param>
    private async Task<IActionResult> ShowAsync(CancellationToken ct, string seen = "")
    {
        var year = Year;
        _plan = await recordAll.PlanAsync(year, account.Actor, ct);
        if (_plan is null)
            return NotFound();
        if (Confirms && _plan.ChangedSince(seen) is { } changed)
        {
            Confirms = false;
            ModelState.AddModelError("", changed.Sentence.ForReader());
        }

        var language = Addresses.Language;
        Names = await db.Set<Agency>().AsNoTracking()
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name.In(language), StringComparer.Ordinal, ct);
        var concerned = _plan.Recorded.Select(line => line.Assessment.Group).ToHashSet(StringComparer.Ordinal);
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        Consequences = [.. groups.Where(group => concerned.Contains(group.Code))
            .Select(group => MethodInWords.NotSubmitted(criteria.ScorerOf(group.CriteriaFile ?? "").Set.Method)).Distinct()];
        return Page();
    }
}
