using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>What both benches do with the criterion that lies open: decide it, and check its figures, by the same use cases.</summary>
public abstract class JudgingModel(JudgingModel.Acts acts, CurrentAccount account) : PageModel, IShowsRefusals
{
    /// <summary>What a bench can do, and the form that each wants.</summary>
    public sealed class Acts(
        DecideCriterion decide, CheckFigure check, AskAgency ask, IValidator<DecideCriterion.Command> decideRules,
        IValidator<CheckFigure.Command> checkRules, IValidator<AskAgency.Command> askRules, IStringLocalizer<AppraisalTexts> texts)
    {
        internal DecideCriterion Decide => decide;

        internal CheckFigure Check => check;

        internal AskAgency Ask => ask;

        internal IValidator<AskAgency.Command> AskRules => askRules;

        internal IValidator<DecideCriterion.Command> DecideRules => decideRules;

        internal IValidator<CheckFigure.Command> CheckRules => checkRules;

        internal IStringLocalizer<AppraisalTexts> Texts => texts;
    }

    public sealed record VerdictInput(
        [BindRequired] int Version, [BindRequired] VerdictDecision Decision, string? Points, ReasonCode? Reason, string? Sentence);

    public sealed record FigureInput(string Figure, int Version, string? Value, ReasonCode? Reason, string? Sentence);

    [FromRoute]
    public int Year { get; set; }

    public VerdictInput? Typed { get; private set; }

    public FigureInput? TypedFigure { get; private set; }

    public string? TypedQuestion { get; private set; }

    /// <summary>Somebody else was faster: both are shown, and the next save is made knowing theirs.</summary>
    public bool Overtaken { get; private set; }

    public Actor Actor => account.Actor;

    /// <summary>The agency and the criterion that the address names.</summary>
    protected abstract (string? Agency, string? Criterion) Judged { get; }

    public string Say(Bilingual text) => text.ForReader();

    public async Task<IActionResult> OnPostVerdictAsync(VerdictInput input, CancellationToken ct)
    {
        if (Judged is not ({ } agency, var criterion))
            return NotFound();
        var points = input.Decision == VerdictDecision.Points && !string.IsNullOrWhiteSpace(input.Points)
            ? TypedNumber.Read(input.Points, FigureKind.Number, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            : new TypedReading(null, null);
        var command = new DecideCriterion.Command(
            Year, agency, criterion ?? "", input.Version, input.Decision, points.Value, input.Reason, input.Sentence);
        Typed = input;
        if (points.Refusal is { } refusal)
            ModelState.AddModelError(nameof(VerdictInput.Points), Say(refusal));
        else
            ModelState.Add(acts.DecideRules.Validate(command), acts.Texts);
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await acts.Decide.HandleAsync(command, Actor, ct) is { } outcome ? Decided(outcome) : NotFound();
    }

    public async Task<IActionResult> OnPostFigureAsync(FigureInput input, bool accept, CancellationToken ct)
    {
        if (Judged.Agency is not { } agency)
            return NotFound();
        TypedFigure = input;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var command = new CheckFigure.Command(
            Year, agency, input.Figure, input.Version, accept, input.Value, language, input.Reason, input.Sentence);
        ModelState.Add(
            acts.CheckRules.Validate(command), acts.Texts, (nameof(command.Reason), "reason-" + input.Figure),
            (nameof(command.Sentence), "sentence-" + input.Figure));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await acts.Check.HandleAsync(command, Actor, ct) ? Same() : NotFound();
    }

    public async Task<IActionResult> OnPostAskAsync(string? question, CancellationToken ct)
    {
        if (Judged is not ({ } agency, var criterion))
            return NotFound();
        TypedQuestion = question;
        var command = new AskAgency.Command(Year, agency, criterion ?? "", question);
        ModelState.Add(acts.AskRules.Validate(command), acts.Texts);
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await acts.Ask.HandleAsync(command, Actor, ct) is null ? NotFound() : Same();
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

    /// <summary>Where a verdict leads on to.</summary>
    protected abstract IActionResult Decided(DecideCriterion.Outcome outcome);

    /// <summary>The same again, as it is now.</summary>
    protected abstract IActionResult Same();

    protected abstract Task<IActionResult> ShowAsync(CancellationToken ct);
}
