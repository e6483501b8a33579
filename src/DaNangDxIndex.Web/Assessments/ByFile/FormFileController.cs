using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>The form as a spreadsheet: its template, and the file that came back, checked alone or stored.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/form.xlsx")]
public sealed class FormFileController(AssessmentSheets sheets, FormWorkbook workbook, ImportForm import, CurrentAccount account)
    : ControllerBase
{
    /// <param name="Applied">How many figures have changed; null where the file was checked alone, or has faults.</param>
    /// <param name="Unchanged">Figures of the file that are as stored.</param>
    /// <param name="Explained">How many explanations went in.</param>
    /// <param name="Answered">How many answers to what was given back went in.</param>
    /// <param name="Doubts">What looks unlikely once the file is applied.</param>
    /// <param name="Answers">What the file newly says to what was given back.</param>
    public sealed record Answer(
        int? Applied, int Explained, int Answered, int Unchanged, IReadOnlyList<Difference> Differences, IReadOnlyList<Doubted> Doubts,
        IReadOnlyList<ToReturned> Answers, IReadOnlyList<Fault> Faults);

    /// <param name="ToMend">What is to be mended; null where nothing is any more, and the answer does not go in.</param>
    /// <param name="Stored">The answer that stands; null where none does.</param>
    /// <param name="GoesIn">False where somebody has written another answer since the template was made.</param>
    public sealed record ToReturned(string Criterion, string? ToMend, string? Stored, string InFile, bool GoesIn);

    /// <param name="Figure">Null where it is about a whole component.</param>
    /// <param name="Warning">What looks unlikely.</param>
    /// <param name="Explanation">What would stand beside it; null where it still wants a sentence, or its figures mended.</param>
    public sealed record Doubted(string? Figure, string Warning, string? Explanation);

    /// <param name="Does">Change, movedMeanwhile (stays as stored) or clash (stays as stored unless it is named in "take").</param>
    public sealed record Difference(string Figure, FigureInFile.Outcome Does, string? AtTemplate, string? Stored, string? InFile);

    public sealed record Fault(string Sheet, string Cell, string Sentence);

    /// <summary>The form as a spreadsheet, with the values that stand in it.</summary>
    [HttpGet(Name = "getFormFile"), Produces(Workbook.ContentType)]
    public async Task<ActionResult> Template(int year, string agency, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet
            ? File(workbook.Write(sheet, Addresses.Language), Workbook.ContentType, $"{year}-{agency}.xlsx")
            : NotFound();

    /// <summary>The body is the file, judged by its content. Without "apply=true" nothing is stored.</summary>
    /// <param name="year">The year that is assessed.</param>
    /// <param name="agency">Code of the agency.</param>
    /// <param name="apply">True stores what the file holds; without it the file is checked alone.</param>
    /// <param name="take">Codes of figures that changed meanwhile and are taken from the file all the same.</param>
    /// <param name="ct"></param>
    [HttpPost(Name = "sendFormFile"), RequestSizeLimit(TypedWorkbook.LargestFile), SentFile(Workbook.ContentType)]
    [ProducesResponseType<Answer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Answer>(StatusCodes.Status422UnprocessableEntity)]
    public async Task<ActionResult<Answer>> Send(
        int year, string agency, [FromQuery] bool apply, [FromQuery] string[] take, CancellationToken ct)
    {
        var file = await Request.SpreadsheetAsync(ct);
        if (await import.CheckAsync(year, agency, file, ct) is not { } outcome)
            return NotFound();
        if (outcome.File.Faults.Count > 0)
            return UnprocessableEntity(Of(outcome));
        var command = new ImportForm.Command(year, agency, file, null, take.ToHashSet(StringComparer.Ordinal));
        return apply && await import.HandleAsync(command, account.Actor, ct) is { } stored
            ? Of(outcome with { Applied = stored.Applied, Explained = stored.Explained, Answered = stored.Answered })
            : Of(outcome);
    }

    private static Answer Of(ImportForm.Outcome outcome) => new(
        outcome.Applied,
        outcome.Explained,
        outcome.Answered,
        outcome.File.That(FigureInFile.Outcome.Nothing).Count(),
        [.. outcome.File.Figures.Where(figure => figure.Does != FigureInFile.Outcome.Nothing).Select(file => new Difference(
            file.Figure.Code, file.Does, file.AtTemplate, file.Now, file.InFile))],
        [.. outcome.Doubts.Select(file => new Doubted(
            file.Doubt.Figure?.Code, file.Doubt.Sentence.ForReader(), file.GoesIn ? file.InFile : file.Now))],
        [.. outcome.File.Answers.Select(file => new ToReturned(
            file.Criterion.Code, file.ToMend, file.Now?.Sentence, file.Sentence, file.GoesIn))],
        [.. outcome.File.Faults.Select(fault => new Fault(fault.Sheet, fault.Cell, fault.Sentence.ForReader()))]);
}
