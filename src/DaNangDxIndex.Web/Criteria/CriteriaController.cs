using System.Text.Json;
using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>The criteria of a group while its edition is in preparation, as the file of docs/criteria-file.md.</summary>
[ApiController, Authorize(Policies.Office), Route("api/v1/editions/{year:int}/preparation/groups/{group}/criteria")]
public sealed class CriteriaController(
    CriteriaDrafts drafts, ChangeCriteria change, CurrentAccount account, IStringLocalizer<CriteriaTexts> texts) : ControllerBase
{
    /// <param name="Seen">Sent back with the file that takes its place.</param>
    /// <param name="Criteria">A criteria file; while it is a draft it may lack things.</param>
    public sealed record Draft(string Seen, JsonElement Criteria);

    /// <param name="Seen">Of the draft that was read.</param>
    /// <param name="Criteria">A criteria file without faults; of another year or group it is taken over into this one.</param>
    public sealed record Replacing(string? Seen, JsonElement Criteria);

    /// <summary>The draft of the group's criteria.</summary>
    [HttpGet(Name = "getDraftCriteria")]
    public async Task<ActionResult<Draft>> Get(int year, string group, CancellationToken ct) =>
        await drafts.FindAsync(year, group, ct) is { } found
            ? new Draft(DraftEdit.DigestOf(found.Draft.File), JsonSerializer.SerializeToElement(found.Draft.File))
            : NotFound();

    /// <summary>Puts a criteria file in the draft's place; its faults are told with their places.</summary>
    [HttpPut(Name = "replaceDraftCriteria"), Consumes("application/json"), RequestSizeLimit(1024 * 1024)]
    [ProducesResponseType<Draft>(StatusCodes.Status200OK)]
    public async Task<ActionResult<Draft>> Replace(int year, string group, Replacing input, CancellationToken ct)
    {
        if (input.Criteria.ValueKind != JsonValueKind.Object)
            return Wrong(texts["Api.CriteriaMissing"]);
        var reading = CriteriaFile.Read(input.Criteria.GetRawText());
        if (reading.Set is not { } sent)
            return Wrong(reading.FirstFaults());
        return await change.HandleAsync(
            year, group, new ReplaceAll(sent with { Edition = year, Group = group }, input.Seen ?? ""), account.Actor, ct) is null
            ? NotFound()
            : await Get(year, group, ct);
    }

    private ObjectResult Wrong(string sentence) => this.RefuseForm("criteria.file", sentence);
}
