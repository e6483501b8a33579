using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>The bench of one agency for programs: what is judged, and judging it, by the rules of the page.</summary>
[ApiController, Authorize(Policies.Appraisal), Route("api/v1/editions/{year:int}/agencies/{agency}/appraisal")]
public sealed class VerdictsController(AppraisalSheets sheets, CurrentAccount account, IStringLocalizer<AppraisalTexts> texts)
    : ControllerBase
{
    /// <param name="Waiting">Criteria that keep the round open.</param>
    public sealed record Answer(
        AssessmentState State, int Round, IReadOnlyList<string> Waiting, IReadOnlyList<Judged> Criteria, IReadOnlyList<Checked> Figures);

    /// <param name="Version">To be sent as If-Match with a decision; 0 before the first.</param>
    public sealed record Judged(
        string Code, string? VerifyingUnit, VerdictDecision? Decision, decimal? Points, ReasonCode? Reason, string? Sentence, bool Stale,
        int Version);

    /// <param name="Accepted">Null with <paramref name="IsChecked"/>: there is no valid value.</param>
    public sealed record Checked(string Code, string? VerifyingUnit, string? Declared, bool IsChecked, string? Accepted, int Version);

    public sealed record Decision(VerdictDecision? Decide, decimal? Points, ReasonCode? Reason, string? Sentence);

    /// <param name="Value">The correct value as invariant text; null for "no valid value". Not read when accepting.</param>
    public sealed record Check(bool Accept, string? Value, ReasonCode? Reason, string? Sentence);

    /// <param name="Criteria">By criterion what is to be completed in it; at least one.</param>
    public sealed record Return(string? Reason, IReadOnlyDictionary<string, string?>? Criteria, DateOnly? LastDay);

    /// <summary>An agency on the bench: its criteria, figures and decisions.</summary>
    [HttpGet(Name = "getAppraisal")]
    public async Task<ActionResult<Answer>> Get(int year, string agency, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet ? Of(sheet) : NotFound();

    /// <summary>Decides a criterion: accept, set points, or not applicable.</summary>
    [HttpPut("verdicts/{criterion}", Name = "decideCriterion"), Consumes("application/json")]
    [ProducesResponseType<Answer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<Answer>> Decide(
        int year, string agency, string criterion, Decision input, [FromServices] DecideCriterion decide,
        [FromServices] IValidator<DecideCriterion.Command> rules, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } version || input.Decide is not { } decision)
            return this.Refuse(StatusCodes.Status428PreconditionRequired, "verdict.version-required", texts["Api.VersionRequired"]);
        var command = new DecideCriterion.Command(
            year, agency, criterion, version, decision, input.Points, input.Reason, input.Sentence);
        if (this.Refusal(rules.Validate(command), "verdict.input", texts) is { } refused)
            return refused;
        return await decide.HandleAsync(command, account.Actor, ct) is null ? NotFound() : await Get(year, agency, ct);
    }

    /// <summary>Accepts or corrects a figure.</summary>
    [HttpPut("figures/{figure}", Name = "checkFigure"), Consumes("application/json")]
    [ProducesResponseType<Answer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<Answer>> CheckOne(
        int year, string agency, string figure, Check input, [FromServices] CheckFigure check,
        [FromServices] IValidator<CheckFigure.Command> rules, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } version)
            return this.Refuse(StatusCodes.Status428PreconditionRequired, "verdict.version-required", texts["Api.VersionRequired"]);
        var command = new CheckFigure.Command(
            year, agency, figure, version, input.Accept, input.Value, null, input.Reason, input.Sentence);
        if (this.Refusal(rules.Validate(command), "verdict.input", texts) is { } refused)
            return refused;
        return await check.HandleAsync(command, account.Actor, ct) ? await Get(year, agency, ct) : NotFound();
    }

    /// <summary>Closes the round, when every criterion has a decision.</summary>
    [HttpPost("close", Name = "closeRound"), Authorize(Policies.LeadAppraiser)]
    public async Task<ActionResult<Answer>> Close(int year, string agency, [FromServices] CloseRound close, CancellationToken ct) =>
        await close.HandleAsync(year, agency, account.Actor, ct) ? await Get(year, agency, ct) : NotFound();

    /// <summary>Returns the assessment to the agency, with the reason.</summary>
    [HttpPost("return", Name = "returnAssessment"), Authorize(Policies.LeadAppraiser), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> GiveBack(
        int year, string agency, Return input, [FromServices] ReturnAssessment giveBack,
        [FromServices] IValidator<ReturnAssessment.Command> rules, CancellationToken ct)
    {
        var command = new ReturnAssessment.Command(
            year, agency, input.Reason, input.Criteria ?? new Dictionary<string, string?>(StringComparer.Ordinal), input.LastDay);
        if (input.LastDay is null || rules.Validate(command) is { Errors.Count: > 0 })
            return this.RefuseForm("verdict.input", texts["Api.ReasonAndDay"]);
        return await giveBack.HandleAsync(command, account.Actor, ct) ? NoContent() : NotFound();
    }

    private static Answer Of(AppraisalSheet sheet) => new(
        sheet.Assessment.State,
        sheet.Round,
        sheet.Waiting,
        [.. sheet.Criteria.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion =>
        {
            var verdict = sheet.VerdictOn(criterion.Code);
            return new Judged(
                criterion.Code, criterion.VerifyingUnit, verdict?.Decision, verdict?.Points, verdict?.Reason, verdict?.Sentence,
                verdict?.Stale == true, verdict?.Version ?? 0);
        })],
        [.. sheet.Criteria.Figures.Select(figure =>
        {
            var entry = sheet.Entries.GetValueOrDefault(figure.Code);
            return new Checked(
                figure.Code, figure.VerifyingUnit, entry?.Declared, entry?.AcceptedAt is not null, entry?.Accepted, entry?.Version ?? 0);
        })]);
}
