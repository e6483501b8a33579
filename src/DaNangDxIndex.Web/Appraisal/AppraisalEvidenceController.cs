using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Evidence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Files that an agency shows for criteria, to those who appraise them. Files of a form that was never handed in, or for criteria of
/// another field, are not there.
/// </summary>
[ApiController, Authorize(Policies.Appraisal)]
[Route("api/v1/editions/{year:int}/agencies/{agency}/appraisal/evidence/{attachment:guid}/revisions/{number:int}")]
public sealed class AppraisalEvidenceController(AppraisalSheets sheets, ShownEvidence evidence, FileAnswer files, CurrentAccount account)
    : ControllerBase
{
    public static string Path(AppraisalSheet sheet, ShownAttachment attached, ShownPiece revision, string what) =>
        $"{sheet.Subject}/appraisal/evidence/{attached.Attachment.Id}/revisions/{revision.Revision.Number}/{what}";

    /// <summary>The file of a piece of evidence, as the agency handed it in.</summary>
    [HttpGet("file", Name = "getEvidenceFileOnBench")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict, "application/problem+json")]
    public Task<ActionResult> Download(int year, string agency, Guid attachment, int number, CancellationToken ct) =>
        AnswerAsync(year, agency, attachment, number, false, ct);

    /// <summary>PDF and pictures, to be shown in a frame of the site's own pages.</summary>
    [HttpGet("preview", Name = "previewEvidenceOnBench")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict, "application/problem+json")]
    public Task<ActionResult> Preview(int year, string agency, Guid attachment, int number, CancellationToken ct) =>
        AnswerAsync(year, agency, attachment, number, true, ct);

    private async Task<ActionResult> AnswerAsync(int year, string agency, Guid attachment, int number, bool preview,
        CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet
            && (await evidence.OfAsync(year, agency, ct)).Find(attachment) is { } attached
            && IsForAppraiser(account.Actor, sheet, attached)
            && attached.ForAppraiser(number) is { } revision
                ? await files.OfAsync(Response, revision, preview, toOwnAgency: false, ct)
                : NotFound();

    /// <summary>What a returned form gathers anew is the agency's until it is handed in again.</summary>
    private static bool IsForAppraiser(Actor actor, AppraisalSheet sheet, ShownAttachment attached) =>
        AppraisalRules.IsInFieldOf(actor, sheet.Criteria.Criterion(attached.Attachment.Criterion)?.VerifyingUnit)
        && (attached.Attachment.SeenFrom is not null || EvidenceRules.IsAddedLater(sheet.Assessment));
}
