using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.Findings;

/// <summary>The canonical text of findings: what is digested when they are acknowledged, and kept beside the publication.</summary>
public static class FindingsJson
{
    public static string Write(IReadOnlyList<Finding> findings) => CanonicalJson.Write(new JsonArray([.. findings.Select(Write)]));

    public static IReadOnlyList<Finding> Read(string canonical) => [.. Items(JsonNode.Parse(canonical)).Select(finding => new Finding(
        Enum.Parse<FindingKind>((string?)finding["kind"] ?? "", ignoreCase: true),
        [.. Items(finding["cases"]).Select(about => new FindingCase(
            (string?)about["group"] ?? "", (string?)about["agency"] ?? "",
            Text(about["name"]) ?? new("", ""), Text(about["detail"]), (string?)about["criterion"]))]))];

    private static JsonNode Write(Finding finding) => new JsonObject
    {
        ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()),
        ["cases"] = new JsonArray([.. finding.Cases.Select(about => (JsonNode)new JsonObject
        {
            ["group"] = about.Group,
            ["agency"] = about.Agency,
            ["name"] = Write(about.Name),
            ["detail"] = about.Detail is null ? null : Write(about.Detail),
            ["criterion"] = about.Criterion,
        })]),
    };

    private static JsonObject Write(Bilingual text) => new() { ["vi"] = text.Vi, ["en"] = text.En };

    private static Bilingual? Text(JsonNode? text) => text is null ? null : new((string?)text["vi"] ?? "", (string?)text["en"] ?? "");

    private static IEnumerable<JsonObject> Items(JsonNode? array) => (array as JsonArray ?? []).OfType<JsonObject>();
}
