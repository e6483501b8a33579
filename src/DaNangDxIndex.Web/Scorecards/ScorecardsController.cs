using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Scorecards;

/// <summary>One agency's published scorecard.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/agencies/{code}")]
public sealed class ScorecardsController(
    AgencyResults results, PrintedCards cards, PrintedScorecards scorecards, MissingResult missing) : ControllerBase
{
    private const string Pdf = "application/pdf";

    /// <summary>Total, rank, tier, components and pillars, every criterion with its explanation.</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="code">Code of the agency.</param>
    /// <param name="version">Number of a publication; without it the one in force.</param>
    /// <param name="ct"></param>
    [HttpGet("scorecard", Name = "getScorecard")]
    [ProducesResponseType<ScorecardAnswer>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> Get(int year, string code, int? version, CancellationToken ct)
    {
        if (await results.FindAsync(year, code, version, ct) is not { } result)
            return await UnknownAsync(year, code, version, ct);
        // What became of the version is told with it, so that nobody keeps this for good, as a numbered PDF may be kept.
        if (result.Card is { } card
            && Unchanged.Since(HttpContext, $"{card.Version.Digest}.{code}.{result.Table.State}", numbered: false))
            return StatusCode(StatusCodes.Status304NotModified);
        return new OkObjectResult(ScorecardAnswer.Of(result)) { ContentTypes = { "application/json" } };
    }

    /// <summary>The scorecard as a PDF to print and sign: A4, an annex to the decision. Same version, same bytes.</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="code">Code of the agency.</param>
    /// <param name="version">Number of a publication; without it the one in force.</param>
    /// <param name="lang">"vi" or "en"; without it as Accept-Language asks, Vietnamese by default.</param>
    /// <param name="ct"></param>
    [HttpGet("scorecard.pdf", Name = "getScorecardPdf")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, Pdf)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> GetPdf(int year, string code, int? version, string? lang, CancellationToken ct)
    {
        if (await cards.FindAsync(year, code, version, ct) is not { } card)
            return await results.FindAsync(year, code, version, ct) is { } without
                ? WithoutCard(without)
                : await UnknownAsync(year, code, version, ct);
        var language = Addresses.Asked(lang);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (Unchanged.Since(HttpContext, $"{card.Version.Digest}.{code}.{language}", version is not null))
            return StatusCode(StatusCodes.Status304NotModified);
        // "inline" with a name in both forms: browsers show it and know what to call it.
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline")
        {
            FileName = $"{(language == "en" ? "scorecard" : "phieu-ket-qua")}-{year}-{code}.pdf",
            FileNameStar = $"{card.Entrant.Name.In(language)} {year}.pdf",
        }.ToString();
        return File(scorecards.Of(card, language), Pdf);
    }

    private async Task<IActionResult> UnknownAsync(int year, string code, int? version, CancellationToken ct)
    {
        if (await missing.WithoutResultsAsync(year, version, ct) is { } refusal)
            return refusal;
        var detail = new Bilingual(
            $"Năm {year} không có kết quả của “{code}”. Mã cơ quan có trong bảng xếp hạng của từng khối.",
            $"There is no result for \"{code}\" in {year}. Agency codes are listed in each group’s standings.");
        return Problems.Of(
            StatusCodes.Status404NotFound, "agency.unknown",
            new Bilingual("Không có cơ quan, đơn vị này", "There is no such agency").ForReader(), detail.ForReader());
    }

    private static ObjectResult WithoutCard(AgencyResult result) => result.Line.LeftOut
        ? Without("scorecard.not-submitted", new(
            $"Cơ quan, đơn vị không nộp hồ sơ đánh giá năm {result.Table.Year} nên không được chấm điểm và không có phiếu kết quả.",
            $"The agency did not submit its {result.Table.Year} assessment; it is not scored and has no scorecard."))
        : Without("scorecard.not-computed", new(
            $"Kết quả năm {result.Table.Year} tổng hợp từ báo chí, không có phiếu kết quả.",
            $"The {result.Table.Year} results come from press reports and have no scorecards."));

    private static ObjectResult Without(string code, Bilingual detail) => Problems.Of(
        StatusCodes.Status404NotFound, code, new Bilingual("Không có phiếu kết quả", "There is no scorecard").ForReader(),
        detail.ForReader());
}
