using System.Globalization;
using System.Text.Json;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Editions.Preparation;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Amendments;

/// <summary>The office amends an open edition: its days, or the criteria of a group, which are tried before they are stored.</summary>
[ApiController, Authorize(Policies.Office), Route("api/v1/editions/{year:int}/amendments"), RequestSizeLimit(1024 * 1024)]
public sealed class AmendingController(
    DxIndexDb db, AmendCriteria amend, IValidator<AmendedUnder> rules, CurrentAccount account, IStringLocalizer<AmendmentTexts> texts)
    : ControllerBase
{
    /// <param name="Kind">decision, notice, officialLetter or report; with number and date not needed in a sample.</param>
    /// <param name="Number">"684/QĐ-UBND".</param>
    public sealed record Under(string? Reason, DocumentKind? Kind, string? Number, DateOnly? Date);

    public sealed record OtherDays(PreparationAnswer.Days Calendar, Under Under);

    /// <param name="Criteria">The group's whole criteria file as it shall be.</param>
    public sealed record Wanted(JsonElement Criteria);

    /// <param name="Seen">From the trial: what was computed when somebody looked at it.</param>
    public sealed record OtherCriteria(JsonElement Criteria, string? Seen, Under Under);

    /// <param name="Seen">Sent with the amendment; where figures have moved since, it is refused.</param>
    /// <param name="Agencies">How many agencies were computed.</param>
    public sealed record Trial(string Seen, int Agencies, IReadOnlyList<Movement> Moved);

    /// <summary>Moves the days of an open edition. If-Match is the edition's version, from its preparation.</summary>
    [HttpPost("calendar", Name = "amendCalendar"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult> AmendDays(
        int year, OtherDays input, [FromServices] AmendCalendar days, [FromServices] IStringLocalizer<PreparationTexts> preparation,
        CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } seen)
            return this.VersionRequired(preparation);
        var calendar = PreparationAnswer.Read(input.Calendar);
        if (calendar.Faults(year) is [var fault, ..])
            return this.RefuseForm("amendment.input", fault.Sentence.ForReader());
        var (under, refusal) = await ReadAsync(year, input.Under, ct);
        return refusal ?? (await days.HandleAsync(new(year, calendar, seen, under.Reason ?? "", under.Document), account.Actor, ct)
            ? NoContent()
            : NotFound());
    }

    /// <summary>Tries other criteria on everything that is there, and says whose points they would move. Stores nothing.</summary>
    [HttpPost("groups/{group}/try", Name = "tryAmendment"), Consumes("application/json")]
    public async Task<ActionResult<Trial>> Try(int year, string group, Wanted input, CancellationToken ct)
    {
        var (after, refusal) = Read(input.Criteria);
        if (after is null)
            return refusal ?? NotFound();
        return await amend.TryAsync(new(year, group, after), ct) is { } trial
            ? new Trial(trial.Digest, trial.Agencies, trial.Moved)
            : NotFound();
    }

    /// <summary>Amends the criteria of a group, as they were tried, with reason and document.</summary>
    [HttpPost("groups/{group}", Name = "amendCriteria"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Amend(int year, string group, OtherCriteria input, CancellationToken ct)
    {
        var (after, wrong) = Read(input.Criteria);
        if (after is null)
            return wrong ?? NotFound();
        var (under, refusal) = await ReadAsync(year, input.Under, ct);
        return refusal ?? (await amend.HandleAsync(
            new(new(year, group, after), input.Seen ?? "", under.Reason ?? "", under.Document), account.Actor, ct)
            ? NoContent()
            : NotFound());
    }

    private (CriteriaSet? Set, ActionResult? Refusal) Read(JsonElement criteria)
    {
        var reading = CriteriaFile.Read(criteria.ValueKind == JsonValueKind.Object ? criteria.GetRawText() : "{}");
        return reading.Set is { } set
            ? (set, null)
            : (null, this.RefuseForm("criteria.file", reading.FirstFaults()));
    }

    private async Task<(AmendedUnder Under, ActionResult? Refusal)> ReadAsync(int year, Under sent, CancellationToken ct)
    {
        var isSample = await db.Set<Edition>().AnyAsync(edition => edition.Year == year && edition.Illustrative, ct);
        var under = new AmendedUnder(
            sent.Reason?.Trim(), sent.Kind, sent.Number, sent.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isSample);
        return (under, this.Refusal(rules.Validate(under), "amendment.input", texts));
    }
}
