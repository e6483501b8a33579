using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Spreadsheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.OpenData;

/// <summary>The tables of an edition as files.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}")]
public sealed class EditionDataController(DataSets sets, PublishedEditions published, MissingResult missing) : ControllerBase
{
    /// <summary>
    /// A file of one version: ranking.csv, scores.csv, criteria.csv, agencies.csv, data.xlsx, or datapackage.json, which describes them
    /// (Frictionless Data Package). It never changes.
    /// </summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="number">Number of the publication.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="ct"></param>
    [HttpGet("versions/{number:int}/data/{file}", Name = "getVersionData")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, "text/csv", "application/json", Workbook.ContentType)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public Task<IActionResult> OfVersion(int year, int number, string file, CancellationToken ct) => AnswerAsync(year, number, file, ct);

    /// <summary>The same files of the version in force; with another version they are others.</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="ct"></param>
    [HttpGet("data/{file}", Name = "getEditionData")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, "text/csv", "application/json", Workbook.ContentType)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public Task<IActionResult> InForce(int year, string file, CancellationToken ct) => AnswerAsync(year, null, file, ct);

    private async Task<IActionResult> AnswerAsync(int year, int? version, string file, CancellationToken ct)
    {
        var number = version ?? await published.NewestNumberAsync(year, ct);
        if (number is null || await sets.FindAsync(year, number.Value, ct) is not { } set)
            return await missing.WithoutVersionAsync(year, version, ct);
        return this.Hand(set, file, numbered: version is not null, $"{year}-v{number}");
    }
}
