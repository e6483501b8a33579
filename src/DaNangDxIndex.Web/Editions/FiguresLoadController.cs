using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Editions;

/// <summary>The office's programs load figures as its page does.</summary>
[ApiController, Authorize(Policies.Office), Route("api/v1/editions/{year:int}/figures")]
public sealed class FiguresLoadController(LoadFigures load, CurrentAccount account) : ControllerBase
{
    public sealed record Answer(bool Applied, int Rows, int Changed, IReadOnlyList<Fault> Faults);

    public sealed record Fault(int Line, string? Cell, string Sentence);

    /// <summary>The body is the file, CSV or a spreadsheet, judged by its content. Without "apply=true" it is checked alone.</summary>
    /// <param name="year">The year that is assessed.</param>
    /// <param name="apply">True stores what the file holds; without it the file is checked alone.</param>
    /// <param name="ct"></param>
    [HttpPost(Name = "loadFigures"), RequestSizeLimit(TypedWorkbook.LargestFile), SentFile(AskedForm.Csv, Workbook.ContentType)]
    [ProducesResponseType<Answer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Answer>(StatusCodes.Status422UnprocessableEntity)]
    public async Task<ActionResult<Answer>> Load(int year, [FromQuery] bool apply, CancellationToken ct)
    {
        var content = await Request.SpreadsheetAsync(ct);
        var outcome = apply
            ? await load.HandleAsync(new(year, content, "api"), account.Actor, ct)
            : await load.CheckAsync(year, content, account.Actor, ct);
        if (outcome is null)
            return NotFound();
        var answer = new Answer(
            apply && outcome.Faults.Count == 0, outcome.Rows, outcome.Changed,
            [.. outcome.Faults.Select(fault => new Fault(fault.Line, fault.Cell?.Cell, fault.Sentence.ForReader()))]);
        return outcome.Faults.Count > 0 ? UnprocessableEntity(answer) : answer;
    }
}
