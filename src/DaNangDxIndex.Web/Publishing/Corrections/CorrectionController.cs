using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The correction that is being prepared for a year. It is signed on the page, by somebody present.</summary>
[ApiController, Authorize(Policies.Publishing), Route("api/v1/editions/{year:int}/correction")]
public sealed class CorrectionController(
    CorrectionDrafts drafts, CorrectionDoubts doubts, PrepareCorrection prepare, ChangeResult change, CurrentAccount account,
    IStringLocalizer<PublishingTexts> texts) : ControllerBase
{
    /// <param name="Cause">What went wrong; everybody will read it.</param>
    /// <param name="FoundBy">agency, office, appraiser, inspection, or public.</param>
    /// <param name="Review">Number of the upheld request for review that it follows from; null where it follows from none.</param>
    public sealed record Said(string? Cause, Finder? FoundBy, int? Review);

    /// <param name="Right">The right value as invariant text; null for a blank.</param>
    /// <param name="Reason">Published with the result; not needed where the declared value comes back.</param>
    public sealed record Figured(string? Right, ReasonCode? Reason);

    /// <param name="Decide">accept, points, or notApplicable.</param>
    public sealed record Decided(VerdictDecision? Decide, decimal? Points, ReasonCode? Reason);

    /// <summary>What is being prepared, with its changes and every agency whose points, rank or tier they move.</summary>
    [HttpGet(Name = "getCorrection")]
    public async Task<ActionResult<CorrectionAnswer>> Get(int year, CancellationToken ct) =>
        await drafts.FindAsync(year, ct) is { } found
            ? CorrectionAnswer.Read(found, await doubts.OfAsync(found, ct))
            : NotFound();

    /// <summary>Begins a correction of what is published, or says its cause anew.</summary>
    [HttpPut(Name = "prepareCorrection"), Authorize(Policies.Office), Consumes("application/json")]
    [ProducesResponseType<CorrectionAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<CorrectionAnswer>> Prepare(int year, Said said, CancellationToken ct) =>
        SeenVersion.Of(Request) is not { } seen ? VersionRequired()
        : await prepare.HandleAsync(
            new(year, seen == 0 ? null : CorrectionAnswer.DraftOf(seen), said.Cause, said.FoundBy, said.Review), account.Actor, ct)
            ? await Get(year, ct)
            : NotFound();

    /// <summary>Drops the correction with its changes.</summary>
    [HttpDelete(Name = "dropCorrection"), Authorize(Policies.Office)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult> Drop(int year, CancellationToken ct) =>
        SeenVersion.Of(Request) is not { } seen ? VersionRequired()
        : await prepare.DropAsync(year, CorrectionAnswer.DraftOf(seen), account.Actor, ct) ? NoContent() : NotFound();

    /// <summary>Changes a published figure of an agency.</summary>
    [HttpPut("agencies/{agency}/figures/{figure}", Name = "correctFigure"), Authorize(Policies.Office), Consumes("application/json")]
    [ProducesResponseType<CorrectionAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public Task<ActionResult<CorrectionAnswer>> ChangeFigure(
        int year, string agency, string figure, Figured input, CancellationToken ct) => ChangedAsync(
            year, seen => change.HandleAsync(
                new(year, seen, agency, figure, null, input.Right, null, null, null, input.Reason), account.Actor, ct), ct);

    /// <summary>Changes what was decided on a criterion of an agency.</summary>
    [HttpPut("agencies/{agency}/criteria/{criterion}", Name = "correctDecision"), Authorize(Policies.Office)]
    [Consumes("application/json"), ProducesResponseType<CorrectionAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public Task<ActionResult<CorrectionAnswer>> ChangeDecision(
        int year, string agency, string criterion, Decided input, CancellationToken ct) => input.Decide is null
        ? Task.FromResult<ActionResult<CorrectionAnswer>>(
            this.RefuseForm("correction.decision", texts["Api.DecisionRequired"]))
        : ChangedAsync(
            year, seen => change.HandleAsync(
                new(year, seen, agency, null, criterion, null, null, input.Decide, input.Points, input.Reason), account.Actor, ct), ct);

    /// <summary>Takes the change of a figure out of the correction.</summary>
    [HttpDelete("agencies/{agency}/figures/{figure}", Name = "leaveFigure"), Authorize(Policies.Office)]
    [ProducesResponseType<CorrectionAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public Task<ActionResult<CorrectionAnswer>> LeaveFigure(int year, string agency, string figure, CancellationToken ct) =>
        ChangedAsync(year, seen => change.RemoveAsync(year, seen, agency, figure, null, account.Actor, ct), ct);

    /// <summary>Takes the change of a decision out of the correction.</summary>
    [HttpDelete("agencies/{agency}/criteria/{criterion}", Name = "leaveDecision"), Authorize(Policies.Office)]
    [ProducesResponseType<CorrectionAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public Task<ActionResult<CorrectionAnswer>> LeaveDecision(int year, string agency, string criterion, CancellationToken ct) =>
        ChangedAsync(year, seen => change.RemoveAsync(year, seen, agency, null, criterion, account.Actor, ct), ct);

    private async Task<ActionResult<CorrectionAnswer>> ChangedAsync(int year, Func<int, Task<bool>> act, CancellationToken ct) =>
        SeenVersion.Of(Request) is not { } seen ? VersionRequired()
        : await act(CorrectionAnswer.DraftOf(seen)) ? await Get(year, ct) : NotFound();

    private ObjectResult VersionRequired() =>
        this.Refuse(StatusCodes.Status428PreconditionRequired, "correction.version-required", texts["Api.VersionRequired"]);
}
