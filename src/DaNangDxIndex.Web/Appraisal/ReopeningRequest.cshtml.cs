using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>The office asks for one criterion of a final assessment to be opened again, or takes the request back.</summary>
[Authorize(Policies.Office)]
public sealed class ReopeningRequestModel(
    AppraisalSheets sheets, AskToReopen ask, WithdrawReopening withdraw, IValidator<AskToReopen.Command> rules,
    CurrentAccount account, TimeProvider clock, IStringLocalizer<AppraisalTexts> texts) : PageModel, IShowsRefusals
{
    private AppraisalSheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AppraisalSheet Sheet => _sheet ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    /// <summary>Chosen before, or led to by a finding.</summary>
    public string? Criterion { get; private set; }

    public string? Why { get; private set; }

    public IEnumerable<Criterion> Criteria => Sheet.Criteria.Criteria.Where(criterion => criterion.Rule is not null);

    /// <summary>Why the person may not ask now, or null.</summary>
    public RuleViolation? Refused =>
        AssessmentRules.Refusal(AssessmentVerb.AskToReopen, Sheet.Assessment, Sheet.Edition, account.Actor, clock.GetUtcNow());

    /// <summary>"B.2 Hài lòng (số liệu: Mức độ hài lòng)".</summary>
    public string InWords(Criterion criterion)
    {
        var figures = string.Join("; ", criterion.Figures.Select(code => Sheet.Criteria.Figure(code)?.Name.In(Addresses.Language) ?? code));
        return texts["Reopening.Criterion", criterion.Code, criterion.Name.In(Addresses.Language), figures];
    }

    public Task<IActionResult> OnGetAsync(string? criterion, CancellationToken ct)
    {
        Criterion = criterion;
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAskAsync(string? criterion, string? request, CancellationToken ct)
    {
        (Criterion, Why) = (criterion, request);
        var command = new AskToReopen.Command(Year, Agency, criterion, request);
        ModelState.Add(rules.Validate(command), texts, (nameof(command.Criterion), "criterion"), (nameof(command.Request), "request"));
        return ModelState.IsValid ? Done(await ask.HandleAsync(command, account.Actor, ct)) : await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        Done(await withdraw.HandleAsync(Year, Agency, account.Actor, ct));

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private IActionResult Done(bool found) => found ? RedirectToPage(new { Year, Agency }) : NotFound();

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        return _sheet is null ? NotFound() : Page();
    }
}
