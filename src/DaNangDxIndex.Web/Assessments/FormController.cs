using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments;

/// <summary>What else the form does: its parts are given and signed off, and a criterion is asked to be not applicable.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/assessment")]
public sealed class FormController(CurrentAccount account, IStringLocalizer<AssessmentTexts> texts) : ControllerBase
{
    /// <param name="Holder">Null takes the part back.</param>
    /// <param name="Due">The last day, as "31/12/2026".</param>
    /// <param name="Version">Of the part as it was read; 0 where it was given to nobody.</param>
    public sealed record AskedPart(string Component, Guid? Holder, string? Due, int Version);

    public sealed record SignOff(bool Done);

    public sealed record Why(string? Reason);

    /// <summary>Gives parts of the form to people.</summary>
    [HttpPut("parts", Name = "divideForm"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Divide(
        int year, string agency, IReadOnlyList<AskedPart> parts, [FromServices] DivideForm divide, CancellationToken ct)
    {
        var command = new DivideForm.Command(
            year, agency, [.. parts.Select(part => new DivideForm.AskedPart(part.Component, part.Holder, part.Due, part.Version))]);
        if (await divide.HandleAsync(command, account.Actor, ct) is not { } outcome)
            return NotFound();
        return outcome.Faults.Values.FirstOrDefault() is { } fault
            ? this.RefuseForm("part.input", fault.ForReader())
            : NoContent();
    }

    /// <summary>Whoever holds the part says that it is done, or takes it up again.</summary>
    [HttpPut("parts/{component}", Name = "signOffPart"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Sign(
        int year, string agency, string component, SignOff input, [FromServices] SignOffPart signOff, CancellationToken ct) =>
        await signOff.HandleAsync(new(year, agency, component, input.Done), account.Actor, ct) is null ? NotFound() : NoContent();

    /// <summary>Asks for a criterion to be not applicable, with the reason.</summary>
    [HttpPut("not-applicable/{criterion}", Name = "askNotApplicable"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Ask(
        int year, string agency, string criterion, Why input, [FromServices] AskNotApplicable ask,
        [FromServices] IValidator<AskNotApplicable.Command> rules, CancellationToken ct)
    {
        var command = new AskNotApplicable.Command(year, agency, criterion, input.Reason);
        if (this.Refusal(rules.Validate(command), "criterion.reason", texts) is { } refused)
            return refused;
        return await ask.HandleAsync(command, account.Actor, ct) is null ? NotFound() : NoContent();
    }

    /// <summary>Withdraws that request.</summary>
    [HttpDelete("not-applicable/{criterion}", Name = "withdrawNotApplicable")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Withdraw(
        int year, string agency, string criterion, [FromServices] WithdrawNotApplicable withdraw, CancellationToken ct) =>
        await withdraw.HandleAsync(new(year, agency, criterion), account.Actor, ct) is null ? NotFound() : NoContent();
}
