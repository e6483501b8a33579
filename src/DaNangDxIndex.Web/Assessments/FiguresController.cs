using System.Text.Json.Serialization;
using DaNangDxIndex.Assessments.ByFile;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The figures of an agency, one by one. Values are invariant text ("98.06"); a page that sends what was typed says so with
/// Content-Language, and is answered in that language's numbers.
/// </summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/figures")]
public sealed class FiguresController(
    DeclareFigures declare, AssessmentSheets sheets, SavedFigures savedFigures, AssessmentWords words, CurrentAccount account)
    : ControllerBase
{
    /// <param name="Value">Null or empty is blank; a body that does not name it is refused.</param>
    public sealed record Input([property: JsonRequired] string? Value);

    /// <param name="Value">As it stands; null is blank, or not for the agency to see yet.</param>
    /// <param name="Version">To be sent as If-Match with a change; 0 before the first, null while nothing can be changed.</param>
    public sealed record Stored(string Code, FigureSource Source, string? Value, int? Version);

    /// <param name="Text">As it stood in the spreadsheet.</param>
    public sealed record Cell(string Figure, string? Text);

    /// <param name="Value">What the field would hold; null for a blank, and where the text is refused.</param>
    /// <param name="Shown">The same as it is read, with its unit.</param>
    public sealed record Reading(string Figure, string? Value, string? Shown, string? Refusal);

    private const int MostCells = 200;
    private const int LongestCell = 200;

    /// <summary>The figures of the form, with the version of each.</summary>
    [HttpGet(Name = "listFigures")]
    public async Task<ActionResult<IReadOnlyList<Stored>>> List(int year, string agency, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet
            ? sheet.Set.Figures.Where(figure => sheet.Form.LineOf(figure.Code) is not null)
                // The version counts what appraisers do as well, and is not told while they are at work.
                .Select(figure => new Stored(figure.Code, figure.Source, sheet.Stored(figure),
                    sheet.Assessment.Owes ? sheet.Entries.GetValueOrDefault(figure.Code)?.Version ?? 0 : null)).ToList()
            : NotFound();

    /// <summary>What was pasted, as it would be read; nothing is stored.</summary>
    [HttpPost("read", Name = "readFigures"), Consumes("application/json")]
    public async Task<ActionResult<IReadOnlyList<Reading>>> Read(int year, string agency, IReadOnlyList<Cell> cells, CancellationToken ct)
    {
        SentLanguage.Speak(Request);
        if (cells.Count > MostCells || cells.Any(cell => cell.Text?.Length > LongestCell))
            return this.Refuse(StatusCodes.Status422UnprocessableEntity, "figures.too-many", words["Paste.Long", MostCells]);
        if (await sheets.FindAsync(year, agency, ct) is not { } sheet)
            return NotFound();
        var asked = sheet.Form.Asked.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        return cells.Where(cell => asked.ContainsKey(cell.Figure)).Select(cell => Read(asked[cell.Figure], cell.Text)).ToList();
    }

    private Reading Read(Figure figure, string? text)
    {
        var reading = FigureCell.Read(figure, text, AssessmentWords.Language);
        return new(
            figure.Code, AssessmentWords.Typed(figure, reading.Value),
            reading.Value is { } value ? words.ShowWithUnit(figure, value) : null,
            reading.Refusal?.ForReader());
    }

    /// <summary>Enters a figure.</summary>
    [HttpPatch("{figure}", Name = "declareFigure"), Consumes("application/json")]
    [ProducesResponseType<SavedFigure>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<SavedFigure>> Save(int year, string agency, string figure, Input input, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } version)
            return this.VersionRequired(words);
        SentLanguage.Speak(Request);
        var field = new DeclareFigures.Field(figure, input.Value, version);
        if (await declare.HandleAsync(new(year, agency, [field], AssessmentWords.Language), account.Actor, ct) is not { } outcome)
            return NotFound();
        if (outcome.Refused.TryGetValue(figure, out var refusal))
            return this.Refuse(StatusCodes.Status422UnprocessableEntity, "figure.value", refusal.ForReader());
        if (outcome.Conflicts.TryGetValue(figure, out var conflict))
            return Conflicting(outcome.Sheet, figure, input.Value, conflict);
        return this.Saved(savedFigures.Of(outcome.Sheet, outcome.Sheet.Set.Figures.First(asked => asked.Code == figure)));
    }

    private ObjectResult Conflicting(AssessmentSheet sheet, string code, string? yours, DeclareFigures.Conflict conflict)
    {
        var figure = sheet.Set.Figures.First(figure => string.Equals(figure.Code, code, StringComparison.Ordinal));
        var theirs = FigureValue.Read(figure, conflict.Theirs.Declared).Value;
        var (who, when) = words.Saved(conflict);
        return this.Refuse(
            StatusCodes.Status412PreconditionFailed, "figure.changed-meanwhile", words["ChangedMeanwhile", who, when],
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["yours"] = yours,
                ["theirs"] = AssessmentWords.Typed(figure, theirs) ?? "",
                ["theirsBy"] = conflict.By,
                ["theirsAt"] = conflict.Theirs.DeclaredAt,
                ["isOwn"] = conflict.IsOwn,
                ["version"] = conflict.Theirs.Version,
            });
    }
}
