using System.Text;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Ranking;

/// <summary>The ranked table of a group, as published.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/standings")]
public sealed class StandingsController(RankedTables tables, MissingResult missing) : ControllerBase
{
    private const string Csv = "text/csv";

    /// <summary>
    /// The ranked table of one group. The answer is whole: a group is one table, so there is nothing to page through.
    /// CSV (RFC 4180, UTF-8) comes by "Accept: text/csv" or by format=csv.
    /// </summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="group">Code of the group, as in the list of editions.</param>
    /// <param name="version">Number of a publication; without it the one in force.</param>
    /// <param name="format">"csv" or "json"; goes before the Accept header.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "getStandings")]
    [ProducesResponseType<StandingsAnswer>(StatusCodes.Status200OK, "application/json", Csv)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public async Task<IActionResult> Get(int year, string? group, int? version, string? format, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(group))
            return await missing.GroupIsNeededAsync(year, ct);
        if (await tables.FindAloneAsync(year, group, version, ct) is not { } table)
            return await missing.ExplainAsync(year, group, version, ct);
        var csv = AsksForCsv(format);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (table.Version is { } published && Unchanged.Since(HttpContext, csv ? $"{published.Digest}.csv" : published.Digest, version is not null))
            return StatusCode(StatusCodes.Status304NotModified);
        return csv
            ? File(Encoding.UTF8.GetBytes(StandingsCsv.Write(table)), $"{Csv}; charset=utf-8; header=present", $"standings-{year}-{group}.csv")
            : new OkObjectResult(StandingsAnswer.Of(table)) { ContentTypes = { "application/json" } };
    }

    private bool AsksForCsv(string? format)
    {
        if (!string.IsNullOrEmpty(format))
            return string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase);
        var accepted = Request.GetTypedHeaders().Accept;
        return Wish(accepted, Csv) > Wish(accepted, "application/json");
    }

    private static double Wish(IEnumerable<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Where(one => one.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(one => one.Quality ?? 1).DefaultIfEmpty(0).Max();
}
