using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>The round of one agency as a whole: what waits, accepting the rest, returning, closing.</summary>
[Authorize(Policies.Appraisal)]
public sealed class RoundModel(
    BenchView view, AcceptRemaining acceptRemaining, CloseRound closeRound, ReturnAssessment returnAssessment,
    IValidator<ReturnAssessment.Command> returnRules, CurrentAccount account, TimeProvider clock, IStringLocalizer<AppraisalTexts> texts) : PageModel
{
    private BenchView.Content? shown;

    public BenchView.Content Shown => shown ?? throw new InvalidOperationException("The round is shown only when there is one.");

    public string? ReturnReason { get; private set; }

    public string? Done { get; private set; }

    public IReadOnlyList<BenchView.Line> Waiting => [.. Shown.Lines.Where(line => line.Waits)];

    /// <summary>What the person may accept in one act; open requests and stale verdicts are not among it.</summary>
    public int Acceptable => Shown.Lines.Count(line => line.Acceptable);

    /// <summary>Requests of the field that have no answer yet.</summary>
    public int OpenRequests => Shown.Lines.Count(line => line is { WantsLook: true, Verdict: null, Request: not null });

    /// <summary>Criteria of the field with a part above its whole.</summary>
    public int AboveWhole => Shown.Lines.Count(line => line is { WantsLook: true, Verdict: null, Request: null });

    /// <summary>Verdicts of the field that a changed figure made stale.</summary>
    public int Stale => Shown.Lines.Count(line => line is { WantsLook: true, Verdict: not null });

    public bool May(AssessmentVerb verb) =>
        AssessmentRules.Refusal(verb, Shown.Sheet.Assessment, Shown.Sheet.Edition, account.Actor, clock.GetUtcNow()) is null;

    public string Say(Bilingual text) => text.In(CultureInfo.CurrentUICulture.Name);

    public async Task<IActionResult> OnGetAsync(int year, string agency, string? done, CancellationToken ct)
    {
        Done = done is "accepted" or "closed" or "returned" ? done : null;
        return await ShowAsync(year, agency, ct);
    }

    public Task<IActionResult> OnPostAcceptAsync(int year, string agency, CancellationToken ct) =>
        ActAsync(year, agency, "accepted", async () => await acceptRemaining.HandleAsync(year, agency, account.Actor, ct) is not null, ct);

    public Task<IActionResult> OnPostCloseAsync(int year, string agency, CancellationToken ct) =>
        ActAsync(year, agency, "closed", () => closeRound.HandleAsync(year, agency, account.Actor, ct), ct);

    public Task<IActionResult> OnPostReturnAsync(int year, string agency, string? reason, CancellationToken ct)
    {
        ReturnReason = reason;
        var command = new ReturnAssessment.Command(year, agency, reason);
        ModelState.Add(returnRules.Validate(command), texts, (nameof(command.Reason), "reason"));
        return ActAsync(year, agency, "returned", () => returnAssessment.HandleAsync(command, account.Actor, ct), ct);
    }

    private async Task<IActionResult> ActAsync(int year, string agency, string done, Func<Task<bool>> act, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            try
            {
                return await act() ? RedirectToPage(new { year, agency, done }) : NotFound();
            }
            catch (RuleViolation refused)
            {
                ModelState.AddModelError("", Say(refused.Sentence));
            }
        }

        return await ShowAsync(year, agency, ct);
    }

    private async Task<IActionResult> ShowAsync(int year, string agency, CancellationToken ct)
    {
        shown = await view.FindAsync(year, agency, null, account.Actor, ct);
        if (shown is null)
            return NotFound();
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
