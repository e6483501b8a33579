using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments;

/// <summary>What an agency shows for its criteria: pieces of its folder, or the reason why there are none.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}")]
public sealed class AttachmentsController(
    AssessmentSheets sheets, ShownEvidence evidence, CurrentAccount account, IStringLocalizer<AssessmentTexts> texts) : ControllerBase
{
    /// <param name="Required">Evidence, or a reason, is compulsory before the assessment is submitted.</param>
    /// <param name="Owed">It is compulsory and missing.</param>
    /// <param name="ReasonVersion">To be sent with a change of the reason; 0 where there is none.</param>
    public sealed record Shown(string Criterion, bool Required, bool Owed, string? Reason, int ReasonVersion,
        IReadOnlyList<Shown.Attached> Evidence)
    {
        /// <param name="SubmittedRevision">What was handed in; null before, and for what was added later.</param>
        public sealed record Attached(Guid Id, Guid Piece, int Revision, string Title, string? Note, int? SubmittedRevision,
            DateTimeOffset At);
    }

    /// <param name="Note">Where in the piece to look.</param>
    public sealed record Attaching(Guid Piece, IReadOnlyList<string>? Criteria, string? Note);

    public sealed record Why(string? Sentence, int Version);

    /// <summary>By criterion, in the order of the form.</summary>
    [HttpGet("evidence", Name = "listAttachments")]
    public async Task<ActionResult<IReadOnlyList<Shown>>> List(int year, string agency, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet ? await AnswerAsync(sheet, ct) : NotFound();

    /// <summary>Attaches a piece of the folder to one criterion or to several.</summary>
    [HttpPost("evidence", Name = "attachEvidence")]
    public async Task<ActionResult<IReadOnlyList<Shown>>> Attach(
        int year, string agency, Attaching input, [FromServices] AttachEvidence attach,
            [FromServices] IValidator<AttachEvidence.Command> rules, CancellationToken ct)
    {
        var command = new AttachEvidence.Command(year, agency, input.Piece, input.Criteria ?? [], input.Note);
        return this.Refusal(rules.Validate(command), "evidence.input", texts) is { } refused ? refused
            : await attach.HandleAsync(command, account.Actor, ct) is { } sheet ? await AnswerAsync(sheet, ct) : NotFound();
    }

    /// <summary>Detaches a piece of evidence from a criterion.</summary>
    [HttpDelete("criteria/{criterion}/evidence/{attachment:guid}", Name = "detachEvidence")]
    public async Task<ActionResult<IReadOnlyList<Shown>>> Detach(
        int year, string agency, string criterion, Guid attachment, [FromServices] DetachEvidence detach, CancellationToken ct) =>
        await detach.HandleAsync(new(year, agency, criterion, attachment), account.Actor, ct) is { } sheet
            ? await AnswerAsync(sheet, ct)
            : NotFound();

    /// <summary>Says why there is no evidence for a criterion; an empty sentence takes it back.</summary>
    [HttpPut("criteria/{criterion}/reason-without-evidence", Name = "sayWhyNoEvidence")]
    public async Task<ActionResult<IReadOnlyList<Shown>>> SayWhy(
        int year, string agency, string criterion, Why why, [FromServices] SayWhyNoEvidence say,
            [FromServices] IValidator<SayWhyNoEvidence.Command> rules,
        CancellationToken ct)
    {
        var command = new SayWhyNoEvidence.Command(year, agency, criterion, why.Sentence, why.Version);
        return this.Refusal(rules.Validate(command), "evidence.input", texts) is { } refused ? refused
            : await say.HandleAsync(command, account.Actor, ct) is { } sheet ? await AnswerAsync(sheet, ct) : NotFound();
    }

    private async Task<ActionResult<IReadOnlyList<Shown>>> AnswerAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        var shown = await evidence.OfAsync(sheet.Assessment.Year, sheet.Assessment.Agency, ct);
        var owed = sheet.Owed(shown).Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        return sheet.Form.Lines.Select(line => line.Criterion).Select(criterion => new Shown(
            criterion.Code, criterion.Evidence is { Required: true }, owed.Contains(criterion.Code),
            shown.Reasons.GetValueOrDefault(criterion.Code)?.Sentence, shown.Reasons.GetValueOrDefault(criterion.Code)?.Version ?? 0,
            [.. shown.Of(criterion.Code).Select(attachment => new Shown.Attached(
                attachment.Attachment.Id, attachment.Piece.Id, attachment.Shown.Revision.Number, attachment.Shown.Revision.Title,
                attachment.Attachment.Note, attachment.Attachment.SubmittedRevision, attachment.Attachment.AttachedAt))])).ToList();
    }
}
