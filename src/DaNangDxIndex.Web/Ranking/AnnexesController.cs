using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Wordprocessing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Ranking;

/// <summary>The ranked tables of all groups as the annexes of the document that announces them.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}")]
public sealed class AnnexesController(
    PublishedEditions published, StandingsPdf pdf, PrintedFiles files, PublicAddress address, MissingResult missing) : ControllerBase
{
    private const string Pdf = "application/pdf";

    /// <summary>All tables as one PDF: an annex for each group, counted as the document says. Same version, same bytes.</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="version">Number of a publication; without it the one in force.</param>
    /// <param name="lang">"vi" or "en"; without it as Accept-Language asks, Vietnamese by default.</param>
    /// <param name="ct"></param>
    [HttpGet("annexes.pdf", Name = "getAnnexesPdf")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, Pdf)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public Task<IActionResult> GetPdf(int year, int? version, string? lang, CancellationToken ct) =>
        AnswerAsync(year, version, lang, Pdf, "pdf", pdf.Write, ct);

    /// <summary>The same annexes as a document to go on writing in (DOCX).</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="version">Number of a publication; without it the one in force.</param>
    /// <param name="lang">"vi" or "en"; without it as Accept-Language asks, Vietnamese by default.</param>
    /// <param name="ct"></param>
    [HttpGet("annexes.docx", Name = "getAnnexesDocx")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, OfficialDocx.ContentType)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public Task<IActionResult> GetDocx(int year, int? version, string? lang, CancellationToken ct) =>
        AnswerAsync(year, version, lang, OfficialDocx.ContentType, "docx", StandingsDocx.Write, ct);

    private async Task<IActionResult> AnswerAsync(
        int year, int? number, string? lang, string type, string form, Func<AnnexedTables, byte[]> write, CancellationToken ct)
    {
        var found = await published.AskedAsync(year, number, ct);
        if (found is not { Edition.Groups.Count: > 0 } version)
            return await missing.WithoutVersionAsync(year, number, ct);
        var language = Addresses.Asked(lang);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (Unchanged.Since(HttpContext, $"{version.Digest}.annexes.{form}.{language}", number is not null))
            return StatusCode(StatusCodes.Status304NotModified);
        var tables = new AnnexedTables(version, language, group => AddressOf(version, group, language));
        return File(
            files.Get(version.Digest, $"annexes.{form}.{language}", () => write(tables)), type,
            $"{(language == "en" ? "annexes" : "phu-luc")}-{year}-{version.Edition.Number}.{form}");
    }

    private Uri AddressOf(PublishedVersion version, PublishedGroup group, string language) =>
        StandingsPdfController.AddressOf(address, version, group, language);
}
