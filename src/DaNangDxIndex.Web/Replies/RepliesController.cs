using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Replies;

/// <summary>What an agency answers to the first appraisal, criterion by criterion, in an edition with two rounds.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/replies")]
public sealed class RepliesController(ReplySheets sheets, CurrentAccount account, TimeProvider clock, IStringLocalizer<ReplyTexts> texts)
    : ControllerBase
{
    /// <param name="Allowed">What this person may do with the replies now.</param>
    /// <param name="ClosesAt">From when on nothing is taken any more.</param>
    /// <param name="SentAt">Null while they are not sent; the appraisers read them only then.</param>
    /// <param name="Digest">Of the replies as they stand: what an approver signs by sending them.</param>
    public sealed record Answer(
        AssessmentState State, IReadOnlyList<AssessmentVerb> Allowed, DateTimeOffset? ClosesAt, DateTimeOffset? SentAt, string Digest,
        IReadOnlyList<Written> Replies);

    /// <param name="Claims">By figure the value that the agency holds right, as invariant text.</param>
    /// <param name="Evidence">
    /// Attachments that go with the reply: pieces of the folder attached to the criterion since the form was handed in.
    /// </param>
    /// <param name="Version">To be sent as If-Match with a change; 0 before the first.</param>
    public sealed record Written(
        string Criterion, string Sentence, IReadOnlyDictionary<string, string> Claims, IReadOnlyList<Guid> Evidence, int Version);

    public sealed record Input(string? Sentence, IReadOnlyDictionary<string, string?>? Claims);

    public sealed record Signature(string? Digest);

    /// <summary>What the agency may reply to, and what it has written.</summary>
    [HttpGet(Name = "getReplies")]
    public async Task<ActionResult<Answer>> Get(int year, string agency, CancellationToken ct) =>
        Told(await sheets.FindAsync(year, agency, ct));

    /// <summary>Writes the reply to a decision.</summary>
    [HttpPut("{criterion}", Name = "writeReply"), Consumes("application/json")]
    [ProducesResponseType<Answer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<Answer>> Write(
        int year, string agency, string criterion, Input input, [FromServices] WriteReply write,
        [FromServices] IValidator<WriteReply.Command> rules, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } version)
            return VersionRequired();
        var command = new WriteReply.Command(
            year, agency, criterion, version, input.Sentence,
            input.Claims ?? new Dictionary<string, string?>(StringComparer.Ordinal), AssessmentWords.Language);
        if (this.Refusal(rules.Validate(command), "reply.sentence", texts) is { } refused)
            return refused;
        if (await write.HandleAsync(command, account.Actor, ct) is not { } outcome)
            return NotFound();
        return outcome.Refused.Values.FirstOrDefault() is { } refusal
            ? this.RefuseForm("reply.claim", refusal.ForReader())
            : Told(await sheets.FindAsync(year, agency, ct));
    }

    /// <summary>Drops a reply.</summary>
    [HttpDelete("{criterion}", Name = "dropReply")]
    [ProducesResponseType<Answer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<Answer>> Drop(
        int year, string agency, string criterion, [FromServices] DropReply drop, CancellationToken ct) =>
        SeenVersion.Of(Request) is { } version
            ? Told(await drop.HandleAsync(new(year, agency, criterion, version), account.Actor, ct))
            : VersionRequired();

    /// <summary>Sends the replies that were on screen.</summary>
    [HttpPost("send", Name = "sendReplies")]
    public async Task<ActionResult<Answer>> Send(
        int year, string agency, Signature signature, [FromServices] SendReplies send, CancellationToken ct) =>
        Told(await send.HandleAsync(new(year, agency, signature.Digest ?? ""), account.Actor, ct));

    /// <summary>Takes the replies back.</summary>
    [HttpPost("recall", Name = "recallReplies")]
    public async Task<ActionResult<Answer>> Recall(int year, string agency, [FromServices] RecallReplies recall, CancellationToken ct) =>
        Told(await recall.HandleAsync(year, agency, account.Actor, ct));

    private ActionResult<Answer> Told(ReplySheet? sheet) => sheet is null ? NotFound() : new Answer(
        sheet.Assessment.State,
        [.. new[] { AssessmentVerb.Reply, AssessmentVerb.Explain, AssessmentVerb.RecallReplies }
            .Where(verb => sheet.Refusal(verb, account.Actor, clock.GetUtcNow()) is null)],
        sheet.Appraised.Edition.RepliesCloseAt,
        sheet.Assessment.RepliedAt,
        sheet.Replies.Digest,
        [.. sheet.Replies.All.Select(reply => new Written(
            reply.Criterion, reply.Sentence, reply.Claims,
            [.. sheet.Replies.Pieces.Where(piece => piece.Criterion == reply.Criterion).Select(piece => piece.Attachment)],
            reply.Version))]);

    private ObjectResult VersionRequired() =>
        this.Refuse(StatusCodes.Status428PreconditionRequired, "reply.version-required", texts["VersionRequired"]);
}
