using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Targets;

/// <summary>The office's programs send the file of targets as its page does.</summary>
[ApiController, Authorize(Policies.Office), Route("api/v1/editions/{year:int}/targets")]
public sealed class TargetsLoadController(ImportTargets import) : ControllerBase
{
    /// <param name="Applied">False where the file was checked alone, or has faults.</param>
    public sealed record Answer(bool Applied, int New, int Changed, int Removed, int Same, IReadOnlyList<Fault> Faults);

    public sealed record Fault(string Sheet, string Cell, string Sentence);

    /// <summary>
    /// The body is the file, CSV or a spreadsheet, judged by its content; it takes the place of the year's targets and of the values shown
    /// beside them. Without "apply=true" it is checked alone.
    /// </summary>
    /// <param name="year">The year beside which the targets are shown.</param>
    /// <param name="apply">True stores what the file holds; without it the file is checked alone.</param>
    /// <param name="reason">Needed where something that stands now is changed or left out.</param>
    /// <param name="ct"></param>
    [HttpPost(Name = "loadTargets"), RequestSizeLimit(TypedWorkbook.LargestFile), SentFile(AskedForm.Csv, Workbook.ContentType)]
    [ProducesResponseType<Answer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Answer>(StatusCodes.Status422UnprocessableEntity)]
    public async Task<ActionResult<Answer>> Load(int year, [FromQuery] bool apply, [FromQuery] string? reason, CancellationToken ct)
    {
        var content = await Request.SpreadsheetAsync(ct);
        var plan = apply
            ? await import.HandleAsync(new(year, content, "api", reason), ct)
            : await import.CheckAsync(year, content, ct);
        if (plan is null)
            return NotFound();
        var differences = plan.Differences.ToList();
        var answer = new Answer(
            apply && plan.Faults.Count == 0, Count("new"), Count("changed"), Count("removed"), Count("same"),
            [.. plan.Faults.Select(fault => new Fault(fault.Sheet, fault.Cell, fault.Sentence.ForReader()))]);
        return plan.Faults.Count > 0 ? UnprocessableEntity(answer) : answer;

        int Count(string word) => differences.Count(difference => difference.Word == word);
    }
}
