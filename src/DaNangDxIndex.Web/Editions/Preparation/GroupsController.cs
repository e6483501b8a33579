using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The groups of an edition that is not open yet, for the office's programs.</summary>
[ApiController, Authorize(Policies.Office), Route("api/v1/editions/{year:int}/preparation/groups/{group}")]
public sealed class GroupsController(IStringLocalizer<PreparationTexts> texts) : ControllerBase
{
    /// <param name="Template">Code of a template's criteria; null to begin without criteria.</param>
    public sealed record Added(string? Name, string? NameEn, string? Template);

    /// <param name="Members">Who is in it, where that differs from its name.</param>
    /// <param name="OtherMembers">A reform made its agencies others than the year before, so that ranks are not compared.</param>
    public sealed record Named(string? Name, string? NameEn, string? Members, string? MembersEn, bool OtherMembers);

    /// <param name="Seen">Mark of the group's criteria that was read.</param>
    /// <param name="Figures">Code of the verifying agency by figure; null for any. What is not named stays.</param>
    /// <param name="Criteria">The same by criterion.</param>
    public sealed record Assigned(
        string? Seen, IReadOnlyDictionary<string, string?>? Figures, IReadOnlyDictionary<string, string?>? Criteria);

    /// <summary>Adds a group, with the agencies of its code.</summary>
    [HttpPost(Name = "addGroup"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Add(
        int year, string group, Added input, [FromServices] AddGroup add, [FromServices] IValidator<AddGroup.Command> rules,
        CancellationToken ct)
    {
        var command = new AddGroup.Command(year, group, input.Name?.Trim() ?? "", input.NameEn?.Trim() ?? "", input.Template);
        if (this.Refusal(rules.Validate(command), "preparation.input", texts) is { } refused)
            return refused;
        return await add.HandleAsync(command, ct) ? NoContent() : NotFound();
    }

    /// <summary>Names a group and says who is in it.</summary>
    [HttpPut(Name = "changeGroup"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult> Change(
        int year, string group, Named input, [FromServices] ChangeGroup change, [FromServices] IValidator<GroupNames> rules,
        CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } seen)
            return this.VersionRequired(texts);
        var names = new GroupNames(
            input.Name?.Trim() ?? "", input.NameEn?.Trim() ?? "", input.Members?.Trim() ?? "", input.MembersEn?.Trim() ?? "",
            input.OtherMembers);
        if (this.Refusal(rules.Validate(names), "preparation.input", texts) is { } refused)
            return refused;
        return await change.HandleAsync(new(year, group, names, seen), ct) ? NoContent() : NotFound();
    }

    /// <summary>Takes a group out of the edition, with its draft criteria.</summary>
    [HttpDelete(Name = "removeGroup")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult> Remove(int year, string group, [FromServices] RemoveGroup remove, CancellationToken ct) =>
        SeenVersion.Of(Request) is not { } seen ? this.VersionRequired(texts)
        : await remove.HandleAsync(new(year, group, seen), ct) ? NoContent() : NotFound();

    /// <summary>Says which agency verifies each figure and appraises each criterion of the group.</summary>
    [HttpPut("units", Name = "assignUnits"), Consumes("application/json")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Assign(
        int year, string group, Assigned input, [FromServices] AssignUnits assign, CancellationToken ct) =>
        await assign.HandleAsync(
            new(year, group, input.Figures ?? new Dictionary<string, string?>(StringComparer.Ordinal),
                input.Criteria ?? new Dictionary<string, string?>(StringComparer.Ordinal), input.Seen ?? ""), ct)
            ? NoContent()
            : NotFound();
}
