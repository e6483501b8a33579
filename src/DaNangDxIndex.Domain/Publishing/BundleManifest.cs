using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>datapackage.json: the manifest of a bundle in the form of a Frictionless Data Package, with size and SHA-256 of every other
/// file.</summary>
internal static class BundleManifest
{
    public static JsonObject Of(PublishedEdition edition, IReadOnlyList<BundleFile> files) => new()
    {
        ["profile"] = "data-package",
        ["name"] = $"dx-index-{edition.Tenant.Slug}-{edition.Year}-{edition.Number}".ToLowerInvariant(),
        ["title"] = $"{edition.Series.Name.Vi} {edition.Year}, bản công bố số {edition.Number}",
        ["title_en"] = $"{edition.Series.Name.En} {edition.Year}, publication {edition.Number}",
        ["version"] = edition.Number.ToString(CultureInfo.InvariantCulture),
        ["created"] = Instant.Write(edition.PublishedAt),
        ["illustrative"] = edition.Illustrative,
        ["resources"] = new JsonArray([.. files.Select(Resource)]),
    };

    private static JsonObject Resource(BundleFile file)
    {
        var extension = file.Path[(file.Path.LastIndexOf('.') + 1)..];
        var resource = new JsonObject
        {
            ["name"] = file.Path.Replace('/', '-').Replace('.', '-').ToLowerInvariant(),
            ["path"] = file.Path,
            ["format"] = extension,
            ["mediatype"] = extension switch { "json" => "application/json", "csv" => "text/csv", _ => "text/markdown" },
            ["encoding"] = "utf-8",
            ["bytes"] = file.Bytes.Length,
            ["hash"] = file.Hash,
        };
        if (Schema(file.Path) is { } schema)
        {
            resource["profile"] = "tabular-data-resource";
            resource["schema"] = schema;
        }

        return resource;
    }

    private static JsonObject? Schema(string path) => path switch
    {
        "agencies.csv" => Table(
            ["code"], Text("code"), Text("group"), Text("parent"), Flag("ranked"), Flag("submitted"), Flag("illustrative"), Text("name"),
            Text("name_en")),
        "declared.csv" or "figures.csv" => Table(["agency", "figure"], Text("agency"), Text("figure"), Text("value")),
        "verdicts.csv" =>
            Table(["agency", "criterion"], Text("agency"), Text("criterion"), Text("decision"), Text("points"), Text("reason")),
        "results.csv" => Table(
            ["agency"], Text("agency"), Text("group"), Field("applicable", "number"), Field("converted", "number"), Field(
                "total", "number"),
            Field("rank", "integer"), Text("tier"), Flag("illustrative")),
        _ => null,
    };

    private static JsonObject Table(string[] key, params JsonObject[] fields) => new()
    {
        ["fields"] = new JsonArray([.. fields]),
        ["missingValues"] = new JsonArray(""),
        ["primaryKey"] = new JsonArray([.. key]),
    };

    private static JsonObject Text(string name) => Field(name, "string");

    private static JsonObject Flag(string name) => Field(name, "boolean");

    private static JsonObject Field(string name, string type) => new() { ["name"] = name, ["type"] = type };
}
