using System.Text.Json.Serialization;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Assessments;

/// <summary>What looks unlikely in an agency's figures, and the agency's sentences to it, one by one.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/doubts")]
public sealed class DoubtsController(
    ClarifyDoubts clarify, AssessmentSheets sheets, SavedFigures saved, AssessmentWords words, Addresses addresses, CurrentAccount account)
    : ControllerBase
{
    /// <param name="Value">Null or empty takes the sentence away; a body that does not name it is refused.</param>
    public sealed record Input([property: JsonRequired] string? Value);

    /// <summary>Figures that look unlikely, and what was said about them.</summary>
    [HttpGet(Name = "listDoubts")]
    public async Task<ActionResult<IReadOnlyList<ShownDoubt>>> List(int year, string agency, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet
            ? sheet.Doubts.Select(doubt => ShownDoubt.Of(sheet, doubt, addresses)).ToList()
            : NotFound();

    /// <summary>Says why an unlikely figure is right.</summary>
    [HttpPatch("{doubt}", Name = "clarifyDoubt"), Consumes("application/json")]
    [ProducesResponseType<SavedFigure>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<SavedFigure>> Save(int year, string agency, string doubt, Input input, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } version)
            return this.VersionRequired(words);
        SentLanguage.Speak(Request);
        var command = new ClarifyDoubts.Command(year, agency, [new(doubt, input.Value, version)]);
        if (await clarify.HandleAsync(command, account.Actor, ct) is not { } outcome
            || outcome.Sheet.Doubts.FirstOrDefault(found => found.Key == doubt && !found.IsError) is not { } found)
        {
            return NotFound();
        }
        if (outcome.Refused.TryGetValue(doubt, out var refusal))
            return this.RefuseForm("doubt.sentence", refusal.ForReader());
        return outcome.Conflicts.TryGetValue(doubt, out var theirs)
            ? this.Overtaken(words, input.Value, theirs)
            : this.Saved(saved.Of(outcome.Sheet, found));
    }
}
