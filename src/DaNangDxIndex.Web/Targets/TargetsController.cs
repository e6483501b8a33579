using System.Text;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Targets;

/// <summary>The targets of a year against what was printed of them.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/targets")]
public sealed class TargetsController(PublicEditions editions, PublicTargets targets, MissingResult missing) : ControllerBase
{
    /// <summary>
    /// Each target with the values printed of it, their sources, whether it is met, and group by group how many agencies have reached its
    /// level by their published figures. The list of a year is whole.
    /// </summary>
    /// <param name="year">The year beside which the targets are shown.</param>
    /// <param name="format">"csv" or "json"; goes before the Accept header.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "listTargets")]
    [ProducesResponseType<TargetsAnswer>(StatusCodes.Status200OK, "application/json", AskedForm.Csv)]
    public async Task<IActionResult> List(int year, string? format, CancellationToken ct)
    {
        if ((await editions.ListAsync(ct)).All(edition => edition.Year != year))
            return await missing.WithoutVersionAsync(year, null, ct);
        var answer = TargetsAnswer.Of(year, await targets.OfYearAsync(year, ct));
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return AskedForm.IsCsv(Request, format)
            ? File(Encoding.UTF8.GetBytes(answer.Csv()), $"{AskedForm.Csv}; charset=utf-8; header=present", $"targets-{year}.csv")
            : new OkObjectResult(answer) { ContentTypes = { "application/json" } };
    }
}
