using System.Globalization;
using System.Text.Json.Serialization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The figures of an agency, one by one. Values are invariant text ("98.06"); a page that sends what was typed says so with
/// Content-Language, and is answered in that language's numbers.
/// </summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/figures")]
public sealed class FiguresController(DeclareFigures declare, AssessmentSheets sheets, AssessmentWords words,
    CurrentAccount account) : ControllerBase
{
    /// <param name="Value">Null or empty is blank; a body that does not name it is refused.</param>
    public sealed record Input([property: JsonRequired] string? Value);

    /// <param name="Value">As it stands; null is blank, or not for the agency to see yet.</param>
    /// <param name="Version">To be sent as If-Match with a change; 0 before the first.</param>
    public sealed record Stored(string Code, FigureSource Source, string? Value, int Version);

    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<Stored>>> List(int year, string agency, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet
            ? sheet.Set.Figures.Where(figure => sheet.Form.LineOf(figure.Code) is not null)
                .Select(figure => new Stored(figure.Code, figure.Source, sheet.Stored(figure),
                    sheet.Entries.GetValueOrDefault(figure.Code)?.Version ?? 0)).ToList()
            : NotFound();

    [HttpPatch("{figure}"), Consumes("application/json")]
    [ProducesResponseType<SavedFigure>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status412PreconditionFailed, "application/problem+json")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired, "application/problem+json")]
    public async Task<ActionResult<SavedFigure>> Save(int year, string agency, string figure, Input input, CancellationToken ct)
    {
        if (SeenVersion.Of(Request) is not { } version)
            return Refuse(StatusCodes.Status428PreconditionRequired, "figure.version-required", words["VersionRequired"]);
        SpeakAsSent();
        var field = new DeclareFigures.Field(figure, input.Value, version);
        if (await declare.HandleAsync(new(year, agency, [field], AssessmentWords.Language), account.Actor, ct) is not { } outcome)
            return NotFound();
        if (outcome.Refused.TryGetValue(figure, out var refusal))
            return Refuse(StatusCodes.Status422UnprocessableEntity, "figure.value", refusal.ForReader());
        if (outcome.Conflicts.TryGetValue(figure, out var conflict))
            return Refuse(outcome.Sheet, figure, input.Value, conflict);
        var saved = Saved(outcome.Sheet, figure);
        Response.Headers.ETag = $"\"{saved.Version}\"";
        return saved;
    }

    private void SpeakAsSent()
    {
        var language = Request.Headers[HeaderNames.ContentLanguage].ToString();
        if (language.StartsWith("vi", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
                language.StartsWith("vi", StringComparison.OrdinalIgnoreCase) ? "vi-VN" : "en-GB");
    }

    private static SavedFigure Saved(AssessmentSheet sheet, string code)
    {
        var method = sheet.Set.Method;
        var input = sheet.Input();
        var scorecard = sheet.Scorer.SelfAssess(input);
        var figure = sheet.Set.Figures.First(one => string.Equals(one.Code, code, StringComparison.Ordinal));
        var component = scorecard.Components.First(result => result.Component == sheet.Form.LineOf(code)?.Component);
        var (points, maximum) = PrintedPoints.Self(sheet.Set, component);
        var entry = sheet.Entries.GetValueOrDefault(code);
        return new(
            AssessmentWords.Typed(figure, sheet.Value(figure)),
            entry?.Version ?? 0,
            entry?.DeclaredAt is { } at ? VietNamTime.Hour(at) : null,
            [.. scorecard.Criteria.Where(result => Shown(sheet, result) && result.Criterion.Figures.Contains(code, StringComparer.Ordinal))
                .Select(result => Points(sheet, result, input))],
            new(points, maximum),
            new(PrintedPoints.Of(scorecard.Total, method), PrintedPoints.Of(method.Scale, method), PrintedPoints.Beside(scorecard.Open)),
            new(sheet.Filled, sheet.Of),
            [.. sheet.DoubtsOf(component.Component, input.Figures).Select(doubt => doubt.Sentence.ForReader())]);
    }

    private static bool Shown(AssessmentSheet sheet, CriterionResult result) =>
        sheet.Form.Lines.Any(line => line.Criterion == result.Criterion);

    private static SavedFigure.CriterionPoints Points(AssessmentSheet sheet, CriterionResult result, ScoringInput input) => new(
        result.Criterion.Code, PrintedPoints.Self(sheet.Set, result),
        PrintedPoints.Maximum(sheet.Set, result.Criterion, result.Maximum),
        ComponentForms.Explain(sheet, result, input));

    private ObjectResult Refuse(AssessmentSheet sheet, string code, string? yours, DeclareFigures.Conflict conflict)
    {
        var figure = sheet.Set.Figures.First(one => string.Equals(one.Code, code, StringComparison.Ordinal));
        var theirs = FigureValue.Read(figure, conflict.Theirs.Declared).Value;
        var problem = Problem("figure.changed-meanwhile", StatusCodes.Status412PreconditionFailed, words["ChangedMeanwhile"]);
        problem.Extensions["yours"] = yours;
        problem.Extensions["theirs"] = AssessmentWords.Typed(figure, theirs) ?? "";
        problem.Extensions["theirsBy"] = conflict.By;
        problem.Extensions["version"] = conflict.Theirs.Version;
        return StatusCode(problem.Status ?? StatusCodes.Status412PreconditionFailed, problem);
    }

    private ObjectResult Refuse(int status, string type, string detail) => StatusCode(status, Problem(type, status, detail));

    private ProblemDetails Problem(string type, int status, string detail) =>
        ProblemDetailsFactory.CreateProblemDetails(HttpContext, status, type: $"/problems/{type}", detail: detail);
}
