using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Ranking;

/// <summary>The ranked table of a group on paper.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/standings.pdf")]
public sealed class StandingsPdfController(
    PublishedEditions published, StandingsPdf pdf, PrintedFiles files, PublicAddress address, MissingResult missing) : ControllerBase
{
    private const string Pdf = "application/pdf";

    /// <summary>The ranked table of one group as a PDF: an annex of the document that announces it. Same version, same bytes.</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="group">Code of the group, as in the list of editions.</param>
    /// <param name="version">Number of a publication; without it the one in force.</param>
    /// <param name="lang">"vi" or "en"; without it as Accept-Language asks, Vietnamese by default.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "getStandingsPdf")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, Pdf)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> Get(int year, string? group, int? version, string? lang, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(group))
            return await missing.GroupIsNeededAsync(year, ct);
        var found = await published.AskedAsync(year, version, ct);
        if (found?.Edition.Group(group) is not { } table)
            return await missing.ExplainAsync(year, group, version, ct);
        var language = Addresses.Asked(lang);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (Unchanged.Since(HttpContext, $"{found.Digest}.{group}.{language}", version is not null))
            return StatusCode(StatusCodes.Status304NotModified);
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline")
        {
            FileName = $"{(language == "en" ? "ranking" : "ket-qua-xep-hang")}-{year}-{group}.pdf",
            FileNameStar = $"{table.Name.In(language)} {year}.pdf",
        }.ToString();
        return File(files.Get(found.Digest, $"standings.{group}.{language}",
            () => pdf.Write(found, table, language, AddressOf(address, found, table, language))), Pdf);
    }

    /// <summary>Where the table on the paper is found as a page.</summary>
    internal static Uri AddressOf(PublicAddress address, PublishedVersion version, PublishedGroup table, string language) => address.Of(
        $"/{version.Edition.Tenant.Slug}/{language}/editions/{version.Edition.Year}?group={table.Code}&version={version.Edition.Number}");
}
