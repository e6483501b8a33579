using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.OpenData;

/// <summary>A Frictionless Data Package of some tables that stand beside its descriptor.</summary>
public static class DataPackage
{
    public const string Path = "datapackage.json";

    /// <param name="name">In lower-case letters, digits and hyphens.</param>
    /// <param name="version">Null where the tables follow what is in force.</param>
    public static JsonObject Of(
        string name, Bilingual title, Bilingual about, string? version, DateTimeOffset? created, Bilingual publisher,
        IReadOnlyList<OpenTable> tables)
    {
        var package = new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = name,
            ["title"] = title.Vi,
            ["title_en"] = title.En,
            ["description"] = about.Vi,
            ["description_en"] = about.En,
            ["licenses"] = new JsonArray(new JsonObject
            {
                ["name"] = Licence.Code, ["title"] = Licence.Name.En, ["path"] = Licence.Address,
            }),
            ["contributors"] = new JsonArray(new JsonObject { ["title"] = publisher.Vi, ["role"] = "publisher" }),
            ["resources"] = new JsonArray([.. tables.Select(Resource)]),
        };
        if (version is not null)
            package["version"] = version;
        if (created is { } at)
            package["created"] = Instant.Write(at);
        return package;
    }

    private static JsonObject Resource(OpenTable table)
    {
        var csv = table.Csv();
        return new()
        {
            ["name"] = table.Name,
            ["path"] = table.File,
            ["profile"] = "tabular-data-resource",
            ["title"] = table.About.Vi,
            ["description"] = table.About.En,
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = csv.Length,
            ["hash"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(csv)),
            ["schema"] = table.Schema(),
        };
    }
}

/// <summary>What anybody may do with the open data: use it for anything, and say where it comes from.</summary>
public static class Licence
{
    public const string Code = "CC-BY-4.0";
    public const string Address = "https://creativecommons.org/licenses/by/4.0/";

    public static Bilingual Name { get; } = new(
        "Creative Commons Ghi công 4.0 Quốc tế", "Creative Commons Attribution 4.0 International");
}
