using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>Opening one criterion of a final assessment again: the office asks, the lead appraiser opens.</summary>
[ApiController, Route("api/v1/editions/{year:int}/agencies/{agency}/reopening")]
public sealed class ReopeningController(
    AppraisalSheets sheets, CurrentAccount account, IStringLocalizer<AppraisalTexts> texts) : ControllerBase
{
    public sealed record Input(string? Criterion, string? Reason);

    /// <param name="Reason">The agency reads it.</param>
    public sealed record Opening(string? Reason);

    /// <param name="Asked">Why the office asked.</param>
    /// <param name="OpenedAt">Null while the lead appraiser has not opened it.</param>
    public sealed record Answer(string Criterion, string Asked, string? Reason, DateTimeOffset? OpenedAt);

    /// <summary>What is asked to be opened again, or is open; nothing is there where neither is.</summary>
    [HttpGet(Name = "getReopening"), Authorize(Policies.Office)]
    public async Task<ActionResult<Answer>> Get(int year, string agency, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { Reopening: { } asked }
            ? new Answer(asked.Criterion, asked.Request, string.IsNullOrEmpty(asked.Reason) ? null : asked.Reason, asked.OpenedAt)
            : NotFound();

    /// <summary>Asks the lead appraiser to open one criterion again.</summary>
    [HttpPut(Name = "askToReopen"), Authorize(Policies.Office), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Ask(
        int year, string agency, Input input, [FromServices] AskToReopen ask, [FromServices] IValidator<AskToReopen.Command> rules,
        CancellationToken ct)
    {
        var command = new AskToReopen.Command(year, agency, input.Criterion, input.Reason);
        if (this.Refusal(rules.Validate(command), "reopening.input", texts) is { } refused)
            return refused;
        return await ask.HandleAsync(command, account.Actor, ct) ? NoContent() : NotFound();
    }

    /// <summary>Takes the request back, while nobody has opened the criterion.</summary>
    [HttpDelete(Name = "withdrawReopening"), Authorize(Policies.Office)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Withdraw(
        int year, string agency, [FromServices] WithdrawReopening withdraw, CancellationToken ct) =>
        await withdraw.HandleAsync(year, agency, account.Actor, ct) ? NoContent() : NotFound();

    /// <summary>Opens the criterion that the office asked for, with a reason that the agency reads.</summary>
    [HttpPost("open", Name = "reopenCriterion"), Authorize(Policies.Appraisal), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Open(
        int year, string agency, Opening input, [FromServices] ReopenCriterion reopen,
        [FromServices] IValidator<ReopenCriterion.Command> rules, CancellationToken ct)
    {
        var command = new ReopenCriterion.Command(year, agency, input.Reason);
        if (this.Refusal(rules.Validate(command), "reopening.input", texts) is { } refused)
            return refused;
        return await reopen.HandleAsync(command, account.Actor, ct) is null ? NotFound() : NoContent();
    }
}
