using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>The bench: criteria left, figures in the middle, verdict right. Every act posts, and leads on to what waits next.</summary>
[Authorize(Policies.Appraisal)]
public sealed class BenchModel(
    BenchView view, DecideCriterion decide, CheckFigure check, IValidator<DecideCriterion.Command> decideRules,
        IValidator<CheckFigure.Command> checkRules,
    CurrentAccount account, TimeProvider clock, IStringLocalizer<AppraisalTexts> texts) : PageModel, IShowsRefusals
{
    public sealed record VerdictInput(
        [BindRequired] int Version, [BindRequired] VerdictDecision Decision, string? Points, ReasonCode? Reason, string? Sentence);

    public sealed record FigureInput(string Figure, int Version, string? Value, ReasonCode? Reason, string? Sentence);

    private BenchView.Content? _shown;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    /// <summary>The criterion that lies open; the first that waits where none is named.</summary>
    [FromQuery]
    public string? Criterion { get; set; }

    public BenchView.Content Shown =>
        _shown ?? throw new InvalidOperationException("The bench is shown only when there is something on it.");

    public VerdictInput? Typed { get; private set; }

    public FigureInput? TypedFigure { get; private set; }

    /// <summary>Somebody else was faster: both are shown, and the next save is made knowing theirs.</summary>
    public bool Overtaken { get; private set; }

    public Actor Actor => account.Actor;

    public bool May(AssessmentVerb verb) =>
        AssessmentRules.Refusal(verb, Shown.Sheet.Assessment, Shown.Sheet.Edition, Actor, clock.GetUtcNow()) is null;

    public string Say(Bilingual text) => text.ForReader();

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostVerdictAsync(VerdictInput input, CancellationToken ct)
    {
        var points = input.Decision == VerdictDecision.Points && !string.IsNullOrWhiteSpace(input.Points)
            ? TypedNumber.Read(input.Points, FigureKind.Number, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            : new TypedReading(null, null);
        var command = new DecideCriterion.Command(
            Year, Agency, Criterion ?? "", input.Version, input.Decision, points.Value, input.Reason, input.Sentence);
        Typed = input;
        if (points.Refusal is { } refusal)
            ModelState.AddModelError(nameof(VerdictInput.Points), Say(refusal));
        else
            ModelState.Add(decideRules.Validate(command), texts);
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await decide.HandleAsync(command, Actor, ct) is { } outcome ? Next(outcome.Next ?? Criterion) : NotFound();
    }

    public async Task<IActionResult> OnPostFigureAsync(FigureInput input, bool accept, CancellationToken ct)
    {
        TypedFigure = input;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var command = new CheckFigure.Command(
            Year, Agency, input.Figure, input.Version, accept, input.Value, language, input.Reason, input.Sentence);
        ModelState.Add(
            checkRules.Validate(command), texts, (nameof(command.Reason), "reason-" + input.Figure),
            (nameof(command.Sentence), "sentence-" + input.Figure));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await check.HandleAsync(command, Actor, ct) ? Next(Criterion) : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code switch
    {
        CheckFigure.ValueRefused => "value-" + TypedFigure?.Figure,
        JudgedNow.AnswerMissing => nameof(VerdictInput.Sentence),
        _ => "",
    };

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        Overtaken = refused is ChangedMeanwhile;
        return ShowAsync(ct);
    }

    private RedirectToPageResult Next(string? criterion) => RedirectToPage(new { Year, Agency, criterion });

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _shown = await view.FindAsync(Year, Agency, Criterion, Actor, ct);
        return _shown is null ? NotFound() : Page();
    }
}
