using System.Globalization;
using System.Text;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Ranking;

/// <summary>The ranked table of a group, as published.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/standings")]
public sealed class StandingsController(
    RankedTables tables, StandingsWorkbook workbook, StandingsSheet sheet, MissingResult missing) : ControllerBase
{
    private const string Csv = AskedForm.Csv;

    /// <summary>
    /// The ranked table of one group. The answer is whole: a group is one table, so there is nothing to page through.
    /// CSV (RFC 4180, UTF-8) comes by "Accept: text/csv" or by format=csv; with a separator it is CSV for a spreadsheet, with a byte order
    /// mark. A workbook (XLSX) comes by its media type or by format=xlsx.
    /// </summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="group">Code of the group, as in the list of editions.</param>
    /// <param name="version">Number of a publication; without it the one in force.</param>
    /// <param name="format">"csv", "xlsx" or "json"; goes before the Accept header.</param>
    /// <param name="separator">
    /// "semicolon" (decimal comma, as spreadsheets in Vietnamese expect) or "comma": CSV for a spreadsheet, with headings in words.
    /// </param>
    /// <param name="lang">"vi" or "en", for what people open in a spreadsheet; without it as Accept-Language asks, Vietnamese by
    /// default.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "getStandings")]
    [ProducesResponseType<StandingsAnswer>(StatusCodes.Status200OK, "application/json", Csv, Workbook.ContentType)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> Get(
        int year, string? group, int? version, string? format, string? separator, string? lang, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(group))
            return await missing.GroupIsNeededAsync(year, ct);
        if (await tables.FindAsync(year, group, version, ct) is not { } table)
            return await missing.ExplainAsync(year, group, version, ct);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var file = $"standings-{year}-{group}";
        return FormOf(format) switch
        {
            AskedForm.Form.Xlsx => Spreadsheet(table, lang, file),
            AskedForm.Form.Csv when separator is null => CsvOf(table, file),
            AskedForm.Form.Csv => SpreadsheetCsvOf(table, separator == "semicolon" ? ';' : ',', lang, file),
            _ => IsUnchanged(table, "")
                ? StatusCode(StatusCodes.Status304NotModified)
                : new OkObjectResult(StandingsAnswer.Of(table)) { ContentTypes = { "application/json" } },
        };
    }

    private IActionResult CsvOf(RankedTable table, string file) => IsUnchanged(table, ".csv")
        ? StatusCode(StatusCodes.Status304NotModified)
        : TextOf(StandingsCsv.Write(table), file);

    private IActionResult SpreadsheetCsvOf(RankedTable table, char separator, string? lang, string file)
    {
        var language = Speak(lang);
        return IsUnchanged(table, $".{language}.{separator}.csv")
            ? StatusCode(StatusCodes.Status304NotModified)
            : TextOf(SheetCsv.Write(sheet.Of(table), separator), file);
    }

    private IActionResult Spreadsheet(RankedTable table, string? lang, string file)
    {
        var language = Speak(lang);
        return IsUnchanged(table, $".{language}.xlsx")
            ? StatusCode(StatusCodes.Status304NotModified)
            : File(workbook.Write(table), Workbook.ContentType, $"{file}.xlsx");
    }

    private FileContentResult TextOf(string csv, string file) =>
        File(Encoding.UTF8.GetBytes(csv), $"{Csv}; charset=utf-8; header=present", $"{file}.csv");

    /// <summary>What people read is written in the language they ask for.</summary>
    private string Speak(string? lang)
    {
        var language = Addresses.Asked(lang);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return language;
    }

    /// <summary>
    /// Results from print have no digest to be known by. What became of a version is told with it, so that nobody keeps this for good, as
    /// files that are frozen whole (PDF, bundle) may be kept.
    /// </summary>
    private bool IsUnchanged(RankedTable table, string suffix) =>
        table.Version is { } published && Unchanged.Since(HttpContext, $"{published.Digest}.{table.State}{suffix}", numbered: false);

    private AskedForm.Form FormOf(string? format)
    {
        if (!string.IsNullOrEmpty(format))
            return Enum.TryParse<AskedForm.Form>(format, ignoreCase: true, out var asked) ? asked : AskedForm.Form.Json;
        return AskedForm.Of(Request);
    }
}
