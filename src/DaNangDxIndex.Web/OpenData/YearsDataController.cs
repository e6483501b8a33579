using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Spreadsheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.OpenData;

/// <summary>All years in one, and the catalogue of everything that is open.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/data")]
public sealed class YearsDataController(DataSets sets, OpenCatalogue catalogue) : ControllerBase
{
    public const string CatalogueType = "application/ld+json";

    /// <summary>The catalogue of the open data as DCAT (JSON-LD): every data set, its files, licence and publisher.</summary>
    [HttpGet("catalog.jsonld", Name = "getCatalogue")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, CatalogueType)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> Catalogue(CancellationToken ct)
    {
        var file = new DataFile("catalog.jsonld", CatalogueType, DataSet.Written(await catalogue.ReadAsync(ct)));
        return Unchanged.Since(HttpContext, file.Tag, numbered: false)
            ? StatusCode(StatusCodes.Status304NotModified)
            : File(file.Bytes, file.ContentType);
    }

    /// <summary>
    /// A file over all editions: points.csv (one value to a row), lineage.csv (mergers and splits), data.xlsx, or datapackage.json, which
    /// describes them.
    /// </summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="ct"></param>
    [HttpGet("{file}", Name = "getYearsData")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, "text/csv", "application/json", Workbook.ContentType)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> Years(string file, CancellationToken ct) =>
        this.Hand(await sets.OfAllYearsAsync(ct), file, numbered: false, "years");
}
