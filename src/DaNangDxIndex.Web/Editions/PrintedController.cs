using System.Globalization;
using System.Text;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Editions;

/// <summary>What the press and documents said of a year, as printed.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/printed")]
public sealed class PrintedController(
    PublicEditions editions, PrintedFigures figures, PrintedSheet sheet, PrintedScope scope, MissingResult missing) : ControllerBase
{
    private const string Csv = AskedForm.Csv;

    /// <summary>Figures, targets, contradictions between sources and notes, each with its source. The list of a year is whole.</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="format">"csv" or "json"; goes before the Accept header.</param>
    /// <param name="separator">"semicolon" or "comma": CSV for a spreadsheet, with headings in words.</param>
    /// <param name="lang">"vi" or "en", for what people open in a spreadsheet; without it as Accept-Language asks.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "getPrinted")]
    [ProducesResponseType<PrintedAnswer>(StatusCodes.Status200OK, "application/json", Csv)]
    public async Task<IActionResult> Get(int year, string? format, string? separator, string? lang, CancellationToken ct)
    {
        if ((await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year) is not { } edition)
            return await missing.WithoutVersionAsync(year, null, ct);
        var found = await figures.OfYearAsync(year, ct);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (!AskedForm.IsCsv(Request, format))
            return new OkObjectResult(PrintedAnswer.Of(year, found)) { ContentTypes = { "application/json" } };
        if (separator is null)
            return TextOf(PrintedSheet.Csv(year, found), year);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Addresses.Asked(lang));
        return TextOf(
            SheetCsv.Write(sheet.Of(found, about => scope.Of(about, edition)), separator == "semicolon" ? ';' : ','), year);
    }

    private FileContentResult TextOf(string csv, int year) =>
        File(Encoding.UTF8.GetBytes(csv), $"{Csv}; charset=utf-8; header=present", $"printed-{year}.csv");
}
