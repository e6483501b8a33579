using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.OpenData;

/// <summary>The open data of a tenant as a DCAT catalogue (W3C DCAT 3, in JSON-LD), with what DCAT-AP asks of every one.</summary>
public sealed class DataCatalogue(Uri site, string slug, Bilingual publisher, Bilingual place)
{
    private const string Languages = "http://publications.europa.eu/resource/authority/language/";

    public JsonObject Of(IEnumerable<Described> data) => new()
    {
        ["@context"] = new JsonObject
        {
            ["dcat"] = "http://www.w3.org/ns/dcat#", ["dct"] = "http://purl.org/dc/terms/", ["foaf"] = "http://xmlns.com/foaf/0.1/",
            ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        },
        ["@id"] = At("data/catalog.jsonld"),
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = Texts(new($"Dữ liệu mở về chuyển đổi số: {place.Vi}", $"Open data on digital transformation: {place.En}")),
        ["dct:description"] = Texts(new(
            "Kết quả đánh giá chuyển đổi số của các cơ quan, đơn vị: thứ hạng, điểm, bộ chỉ số.",
            "Results of the digital transformation index: ranks, points and criteria.")),
        ["dct:publisher"] = Publisher(),
        ["dct:language"] = new JsonArray(Link(Languages + "VIE"), Link(Languages + "ENG")),
        ["dct:license"] = Link(Licence.Address),
        ["foaf:homepage"] = Link(new Uri(site, $"/{slug}/vi/data").AbsoluteUri),
        ["dcat:dataset"] = new JsonArray([.. data.Select(Dataset)]),
    };

    private JsonObject Dataset(Described described)
    {
        var dataset = new JsonObject
        {
            ["@id"] = At($"{described.Folder}/{DataPackage.Path}"),
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = described.Identifier,
            ["dct:title"] = Texts(described.Title),
            ["dct:description"] = Texts(described.About),
            ["dct:publisher"] = Publisher(),
            ["dct:license"] = Link(Licence.Address),
            ["dct:spatial"] = new JsonObject { ["@type"] = "dct:Location", ["dct:title"] = Texts(place) },
            ["dcat:keyword"] = new JsonArray("chuyển đổi số", "xếp hạng", "digital transformation", "ranking"),
            ["dcat:theme"] = Link("http://publications.europa.eu/resource/authority/data-theme/GOVE"),
            ["dcat:distribution"] = new JsonArray([.. described.Files.Select(file => Distribution(described, file))]),
        };
        if (described.Issued is { } issued)
            dataset["dct:issued"] = new JsonObject
            {
                ["@type"] = "xsd:dateTime",
                ["@value"] = Instant.Write(issued),
            };
        if (described.Year is { } year)
            dataset["dct:temporal"] = new JsonObject
            {
                ["@type"] = "dct:PeriodOfTime",
                ["dcat:startDate"] = new JsonObject { ["@type"] = "xsd:date", ["@value"] = $"{year}-01-01" },
                ["dcat:endDate"] = new JsonObject { ["@type"] = "xsd:date", ["@value"] = $"{year}-12-31" },
            };
        return dataset;
    }

    private JsonObject Distribution(Described described, DescribedFile file) => new()
    {
        ["@type"] = "dcat:Distribution",
        ["dct:title"] = Texts(file.About),
        ["dcat:accessURL"] = Link(At($"{described.Folder}/{file.Path}")),
        ["dcat:downloadURL"] = Link(At($"{described.Folder}/{file.Path}")),
        ["dcat:mediaType"] = Link("https://www.iana.org/assignments/media-types/" + file.MediaType),
        ["dct:license"] = Link(Licence.Address),
    };

    private JsonObject Publisher() => new() { ["@type"] = "foaf:Agent", ["foaf:name"] = Texts(publisher) };

    private string At(string path) => new Uri(site, $"/{slug}/api/v1/{path}").AbsoluteUri;

    private static JsonArray Texts(Bilingual text) => new(
        new JsonObject { ["@language"] = "vi", ["@value"] = text.Vi }, new JsonObject { ["@language"] = "en", ["@value"] = text.En });

    private static JsonObject Link(string address) => new() { ["@id"] = address };
}

/// <summary>A data set of the catalogue.</summary>
/// <param name="Folder">Below the tenant's API, without a slash at its ends.</param>
/// <param name="Year">The year it is about; null for more than one.</param>
public sealed record Described(
    string Identifier, string Folder, Bilingual Title, Bilingual About, DateTimeOffset? Issued, int? Year,
    IReadOnlyList<DescribedFile> Files)
{
    /// <summary>Number of the publication; null for more than one year.</summary>
    public int? Number { get; init; }
}

/// <param name="Path">In the folder of its data set.</param>
public sealed record DescribedFile(string Path, string MediaType, Bilingual About);
