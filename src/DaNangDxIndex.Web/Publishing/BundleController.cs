using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Publishing;

/// <summary>Everything from which a stranger can compute a publication again.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/editions/{year:int}/bundle.zip")]
public sealed class BundleController(PublishedEditions published, MissingResult missing) : ControllerBase
{
    private const string Zip = "application/zip";

    /// <summary>The publication as a Frictionless Data Package: criteria, accepted figures, verdicts, results. Check it with "dx-verify
    /// verify bundle.zip".</summary>
    /// <param name="year">The year that was assessed.</param>
    /// <param name="version">Number of a publication; without it the one in force.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "getBundle")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, Zip)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> Get(int year, int? version, CancellationToken ct)
    {
        var number = version ?? await published.NewestNumberAsync(year, ct);
        if (number is null || await published.BundleAsync(year, number.Value, ct) is not { } bundle)
            return await missing.WithoutVersionAsync(year, version, ct);
        if (Unchanged.Since(HttpContext, $"{bundle.Digest}.zip", version is not null))
            return StatusCode(StatusCodes.Status304NotModified);
        return File(bundle.Zip, Zip, $"dx-index-{year}-v{number}.zip");
    }
}
