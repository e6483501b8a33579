using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments;

/// <summary>The state of an agency's assessment, what the person may do with it now, and the doing.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/assessment")]
public sealed class AssessmentController(
    AssessmentSheets sheets, ShownEvidence evidence, FormParts formParts, CurrentAccount account, TimeProvider clock,
    IStringLocalizer<AssessmentTexts> texts) : ControllerBase
{
    /// <param name="Allowed">What this person may do now; nothing else is taken.</param>
    /// <param name="Digest">Of the declaration as it stands: what an approver signs by submitting.</param>
    /// <param name="ToMend">Criteria that were given back, each with what is to be mended in it.</param>
    /// <param name="Parts">Components that the approver gave to somebody; who is not named here has none.</param>
    public sealed record Answer(
        int Edition, string Agency, AssessmentState State, IReadOnlyList<AssessmentVerb> Allowed, int Filled, int Of, string Digest,
        string? SubmittedDigest, string? Note, IReadOnlyDictionary<string, string> ToMend, SelfAssessed SelfAssessed,
        IReadOnlyList<Part> Parts);

    /// <param name="Holder">Null where the holder has left the agency.</param>
    /// <param name="Due">The last day, inclusive.</param>
    /// <param name="DoneAt">When the holder signed it off inside the agency.</param>
    public sealed record Part(
        string Component, string? Holder, DateOnly Due, FormPartState State, DateTimeOffset? DoneAt, int Filled, int Of);

    /// <summary>What the agency gave itself, by the figures it declares alone.</summary>
    /// <param name="Total">As printed. Open criteria add nothing to it.</param>
    /// <param name="Open">The most that open criteria can still add.</param>
    /// <param name="OpenPenalty">The most that penalties can still take off.</param>
    public sealed record SelfAssessed(string Total, string Open, string OpenPenalty, IReadOnlyList<SelfAssessed.Criterion> Criteria)
    {
        /// <param name="Points">Null while the criterion is open or does not count: that is not 0.</param>
        public sealed record Criterion(string Code, string? Points, string Maximum);
    }

    /// <param name="Criteria">By criterion what to mend in it.</param>
    public sealed record Note(string? Text, IReadOnlyDictionary<string, string?>? Criteria = null);

    public sealed record Signature(string? Digest);

    /// <summary>Where the assessment stands, and what this person may do now.</summary>
    [HttpGet(Name = "getAssessment")]
    public async Task<ActionResult<Answer>> Get(int year, string agency, CancellationToken ct) =>
        await AnswerAsync(await sheets.FindAsync(year, agency, ct), ct);

    /// <summary>Asks the leader to approve the assessment.</summary>
    [HttpPost("ask-for-approval", Name = "askForApproval")]
    public async Task<ActionResult<Answer>> Ask(int year, string agency, [FromServices] AskForApproval ask, CancellationToken ct) =>
        await AnswerAsync(await ask.HandleAsync(new(year, agency), account.Actor, ct), ct);

    /// <summary>Sends the assessment back to the specialist, with a note.</summary>
    [HttpPost("send-back", Name = "sendBack")]
    public async Task<ActionResult<Answer>> SendBack(
        int year, string agency, Note note, [FromServices] SendBack sendBack, [FromServices] IValidator<SendBack.Command> rules,
        CancellationToken ct)
    {
        var command = new SendBack.Command(
            year, agency, note.Text, note.Criteria ?? new Dictionary<string, string?>(StringComparer.Ordinal));
        return this.Refusal(rules.Validate(command), "assessment.note", texts) is { } refused
            ? refused
            : await AnswerAsync(await sendBack.HandleAsync(command, account.Actor, ct), ct);
    }

    /// <summary>Submits the assessment that was on screen.</summary>
    [HttpPost("submit", Name = "submitAssessment")]
    public async Task<ActionResult<Answer>> Submit(
        int year, string agency, Signature signature, [FromServices] Submit submit, CancellationToken ct) =>
        await AnswerAsync(await submit.HandleAsync(new(year, agency, signature.Digest ?? ""), account.Actor, ct), ct);

    /// <summary>Takes a submitted assessment back, before any decision.</summary>
    [HttpPost("recall", Name = "recallAssessment")]
    public async Task<ActionResult<Answer>> Recall(int year, string agency, [FromServices] Recall recall, CancellationToken ct) =>
        await AnswerAsync(await recall.HandleAsync(new(year, agency), account.Actor, ct), ct);

    private async Task<ActionResult<Answer>> AnswerAsync(AssessmentSheet? sheet, CancellationToken ct) =>
        sheet is null ? NotFound() : new Answer(
            sheet.Assessment.Year,
            sheet.Assessment.Agency,
            sheet.Assessment.State,
            AssessmentRules.Allowed(sheet.Assessment, sheet.Edition, account.Actor, clock.GetUtcNow()),
            sheet.Filled,
            sheet.Of,
            sheet.Declaration(await evidence.OfAsync(sheet.Assessment.Year, sheet.Assessment.Agency, ct)).Digest,
            sheet.Assessment.SubmittedDigest,
            sheet.Assessment.Note,
            ReturnedCriteria.ToMend(sheet.Assessment),
            Of(sheet),
            [.. (await formParts.OfAsync(sheet, ct)).Select(part => new Part(
                part.Component.Code, part.Holder, part.Given.Due, part.State, part.Given.DoneAt, part.Filled, part.Asked))]);

    private static SelfAssessed Of(AssessmentSheet sheet)
    {
        var (card, method) = (sheet.SelfAssessed, sheet.Set.Method);
        return new(
            PrintedPoints.Of(card.Total, method), PrintedPoints.Of(card.Open.Maximum, method), PrintedPoints.Of(card.Open.Penalty, method),
            [.. card.Criteria.Select(result => new SelfAssessed.Criterion(
                result.Criterion.Code, result.Counted is { } points ? PrintedPoints.Of(points, method) : null,
                PrintedPoints.Of(sheet.Set.SignOf(result.Criterion) * result.Maximum, method)))]);
    }
}
