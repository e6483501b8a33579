using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>The office gives one agency more time.</summary>
[ApiController, Authorize(Policies.Office), Route("api/v1/editions/{year:int}/agencies/{agency}/extension")]
public sealed class ExtensionController(ExtendDeadline extend, CurrentAccount account, IStringLocalizer<EditionTexts> texts)
    : ControllerBase
{
    /// <param name="LastDay">Inclusive, in Viet Nam's time.</param>
    public sealed record Input(DateOnly? LastDay, string? Reason);

    /// <summary>Gives one agency more time, with the reason.</summary>
    [HttpPut(Name = "extendDeadline"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Extend(
        int year, string agency, Input input, [FromServices] IValidator<ExtendDeadline.Command> rules, CancellationToken ct)
    {
        var command = new ExtendDeadline.Command(year, agency, input.LastDay, input.Reason);
        if (input.LastDay is null || rules.Validate(command) is { Errors.Count: > 0 })
            return this.RefuseForm("extension.input", texts["Api.DayAndReason"]);
        return await extend.HandleAsync(command, account.Actor, ct) ? NoContent() : NotFound();
    }
}
