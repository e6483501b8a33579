using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>An edition that is not open yet, for the office's programs: the use cases of its pages.</summary>
[ApiController, Authorize(Policies.Office), Route("api/v1/editions/{year:int}/preparation")]
public sealed class PreparationController(
    EditionsInPreparation editions, PreparedEditions prepared, TimeProvider clock, IStringLocalizer<PreparationTexts> texts)
    : ControllerBase
{
    /// <param name="From">lastEdition, template, or empty.</param>
    public sealed record Begin(Beginning? From);

    public sealed record Chosen(IReadOnlyList<PreparationAnswer.Partaker>? Participants);

    /// <param name="Known">From the answer that was read: what the office knows to be lacking.</param>
    public sealed record Opening(string? Known);

    /// <summary>What is set of an edition, and everything that is lacking before it opens.</summary>
    [HttpGet(Name = "getPreparation")]
    public async Task<ActionResult<PreparationAnswer>> Get(int year, CancellationToken ct) =>
        await editions.FindAsync(year, ct) is { } found
            ? PreparationAnswer.Of(await prepared.GatherAsync(found, ct), clock.GetUtcNow())
            : NotFound();

    /// <summary>Begins to prepare an edition: with all of the last one, with three groups out of a template, or empty.</summary>
    /// <param name="year">The year that is assessed.</param>
    /// <param name="input">What it begins with.</param>
    /// <param name="begin"></param>
    /// <param name="rules"></param>
    /// <param name="ct"></param>
    [HttpPost(Name = "beginEdition"), Consumes("application/json")]
    public async Task<ActionResult<PreparationAnswer>> Start(
        int year, Begin input, [FromServices] BeginEdition begin, [FromServices] IValidator<BeginEdition.Command> rules,
        CancellationToken ct)
    {
        var command = new BeginEdition.Command(year, input.From);
        if (this.Refusal(rules.Validate(command), "preparation.input", texts) is { } refused)
            return refused;
        await begin.HandleAsync(command, ct);
        return await Get(year, ct);
    }

    /// <summary>Sets all days of the edition at once.</summary>
    [HttpPut("calendar", Name = "setCalendar"), Consumes("application/json")]
    [ProducesResponseType<PreparationAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<PreparationAnswer>> SetDays(
        int year, PreparationAnswer.Days days, [FromServices] SetCalendar set, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } seen)
            return this.VersionRequired(texts);
        var calendar = PreparationAnswer.Read(days);
        if (calendar.Faults(year) is [var fault, ..])
            return this.RefuseForm("preparation.input", fault.Sentence.ForReader());
        return await set.HandleAsync(new(year, calendar, seen), ct) ? await Get(year, ct) : NotFound();
    }

    /// <summary>Says who is assessed, and in which group: the list is whole, and whoever is not on it takes no part.</summary>
    [HttpPut("participants", Name = "setParticipants"), Consumes("application/json")]
    [ProducesResponseType<PreparationAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<PreparationAnswer>> Choose(
        int year, Chosen input, [FromServices] SetParticipants set, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } seen)
            return this.VersionRequired(texts);
        if (input.Participants is not { } chosen || chosen.DistinctBy(partaker => partaker.Agency, StringComparer.Ordinal)
            .Count() < chosen.Count)
            return this.RefuseForm("preparation.input", texts["Api.Participants"]);
        return await set.HandleAsync(
            new(year, [.. chosen.Select(partaker => new Participant(year, partaker.Agency, partaker.Group, partaker.Ranked))], seen), ct)
            ? await Get(year, ct)
            : NotFound();
    }

    /// <summary>Opens the edition: its agencies enter figures from now on. Refused with what is lacking.</summary>
    [HttpPost("open", Name = "openEdition"), Consumes("application/json")]
    public async Task<ActionResult<PreparationAnswer>> Open(
        int year, Opening input, [FromServices] OpenEdition open, [FromServices] CurrentAccount account, CancellationToken ct) =>
        await open.HandleAsync(new(year, input.Known ?? ""), account.Actor, ct) ? await Get(year, ct) : NotFound();
}

internal static class PreparationRefusal
{
    public static ObjectResult VersionRequired(this ControllerBase controller, IStringLocalizer<PreparationTexts> texts) =>
        controller.Refuse(StatusCodes.Status428PreconditionRequired, "preparation.version-required", texts["Api.VersionRequired"]);
}
