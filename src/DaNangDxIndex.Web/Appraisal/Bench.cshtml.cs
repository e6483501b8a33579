using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>The bench: criteria left, figures in the middle, verdict right. Every act posts, and leads on to what waits next.</summary>
[Authorize(Policies.Appraisal)]
public sealed class BenchModel(
    BenchView view, DecideCriterion decide, CheckFigure check, IValidator<DecideCriterion.Command> decideRules, IValidator<CheckFigure.Command> checkRules,
    CurrentAccount account, TimeProvider clock, IStringLocalizer<AppraisalTexts> texts) : PageModel
{
    public sealed record VerdictInput([BindRequired] int Version, [BindRequired] VerdictDecision Decision, string? Points, ReasonCode? Reason, string? Sentence);

    public sealed record FigureInput(string Figure, int Version, string? Value, ReasonCode? Reason, string? Sentence);

    private BenchView.Content? shown;

    public BenchView.Content Shown => shown ?? throw new InvalidOperationException("The bench is shown only when there is something on it.");

    public VerdictInput? Typed { get; private set; }

    public FigureInput? TypedFigure { get; private set; }

    /// <summary>Somebody else was faster: both are shown, and the next save is made knowing theirs.</summary>
    public bool Overtaken { get; private set; }

    public Actor Actor => account.Actor;

    public bool May(AssessmentVerb verb) => AssessmentRules.Refusal(verb, Shown.Sheet.Assessment, Shown.Sheet.Edition, Actor, clock.GetUtcNow()) is null;

    public string Say(Bilingual text) => text.In(CultureInfo.CurrentUICulture.Name);

    public async Task<IActionResult> OnGetAsync(int year, string agency, string? criterion, CancellationToken ct) =>
        await ShowAsync(year, agency, criterion, ct);

    public async Task<IActionResult> OnPostVerdictAsync(int year, string agency, string criterion, VerdictInput input, CancellationToken ct)
    {
        var points = input.Decision == VerdictDecision.Points && !string.IsNullOrWhiteSpace(input.Points)
            ? TypedNumber.Read(input.Points, FigureKind.Number, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            : new TypedReading(null, null);
        var command = new DecideCriterion.Command(year, agency, criterion, input.Version, input.Decision, points.Value, input.Reason, input.Sentence);
        Typed = input;
        if (points.Refusal is { } refusal)
            ModelState.AddModelError(nameof(VerdictInput.Points), Say(refusal));
        else
            ModelState.Add(decideRules.Validate(command), texts);
        return await ActAsync(year, agency, criterion, async () =>
            await decide.HandleAsync(command, Actor, ct) is { } outcome ? outcome.Next ?? criterion : null, ct);
    }

    public async Task<IActionResult> OnPostFigureAsync(int year, string agency, string criterion, FigureInput input, bool accept, CancellationToken ct)
    {
        TypedFigure = input;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var command = new CheckFigure.Command(year, agency, input.Figure, input.Version, accept, input.Value, language, input.Reason, input.Sentence);
        ModelState.Add(
            checkRules.Validate(command), texts, (nameof(command.Reason), "reason-" + input.Figure), (nameof(command.Sentence), "sentence-" + input.Figure));
        return await ActAsync(year, agency, criterion, async () =>
        {
            var outcome = await check.HandleAsync(command, Actor, ct);
            if (outcome?.Refused is { } refusal)
                ModelState.AddModelError("value-" + input.Figure, Say(refusal));
            return outcome is null ? null : criterion;
        }, ct);
    }

    /// <summary>Does it, or shows the page again with what was typed and why it was refused.</summary>
    /// <param name="act">Gives the criterion to go on with, or null where there is nothing to act on.</param>
    private async Task<IActionResult> ActAsync(int year, string agency, string criterion, Func<Task<string?>> act, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            try
            {
                if (await act() is not { } next)
                    return NotFound();
                if (ModelState.IsValid)
                    return RedirectToPage(new { year, agency, criterion = next });
            }
            catch (RuleViolation refused)
            {
                ModelState.AddModelError("", Say(refused.Sentence));
            }
            catch (DbUpdateConcurrencyException)
            {
                Overtaken = true;
                ModelState.AddModelError("", texts["Changed"]);
            }
        }

        return await ShowAsync(year, agency, criterion, ct);
    }

    private async Task<IActionResult> ShowAsync(int year, string agency, string? criterion, CancellationToken ct)
    {
        shown = await view.FindAsync(year, agency, criterion, Actor, ct);
        if (shown is null)
            return NotFound();
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
