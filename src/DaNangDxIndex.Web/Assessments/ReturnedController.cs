using System.Text.Json.Serialization;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Assessments;

/// <summary>Criteria that were given back to an agency, and what it says to them where its figures were right.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/returned")]
public sealed class ReturnedController(
    AnswerReturned answerReturned, AssessmentSheets sheets, SavedFigures saved, AssessmentWords words, Addresses addresses,
    CurrentAccount account) : ControllerBase
{
    /// <param name="Value">Null or empty takes the answer away; a body that does not name it is refused.</param>
    public sealed record Input([property: JsonRequired] string? Value);

    /// <summary>Criteria that were given back, with what is to be mended and what was answered.</summary>
    [HttpGet(Name = "listReturned")]
    public async Task<ActionResult<IReadOnlyList<ShownAnswer>>> List(int year, string agency, CancellationToken ct)
    {
        if (await sheets.FindAsync(year, agency, ct) is not { } sheet)
            return NotFound();
        var toMend = ReturnedCriteria.ToMend(sheet.Assessment);
        return sheet.Form.Lines.Select(line => ShownAnswer.Of(sheet, line.Criterion.Code, toMend, addresses))
            .OfType<ShownAnswer>().ToList();
    }

    /// <summary>Says why what was declared in a criterion that was given back is right.</summary>
    [HttpPatch("{criterion}", Name = "answerReturned"), Consumes("application/json")]
    [ProducesResponseType<SavedFigure>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<SavedFigure>> Save(int year, string agency, string criterion, Input input, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } version)
            return this.VersionRequired(words);
        SentLanguage.Speak(Request);
        var command = new AnswerReturned.Command(year, agency, [new(criterion, input.Value, version)]);
        if (await answerReturned.HandleAsync(command, account.Actor, ct) is not { } outcome)
            return NotFound();
        if (outcome.Refused.TryGetValue(criterion, out var refusal))
            return this.RefuseForm("returned.answer", refusal.ForReader());
        return outcome.Conflicts.TryGetValue(criterion, out var theirs)
            ? this.Overtaken(words, input.Value, theirs)
            : this.Saved(saved.OfAnswer(outcome.Sheet, criterion));
    }
}
