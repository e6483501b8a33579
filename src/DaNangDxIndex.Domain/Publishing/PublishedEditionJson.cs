using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Publishing;

/// <summary>The one JSON form of a publication. Points are exact numbers as text ("5.548", "1/3"), totals decimals as text; format 1.</summary>
public static partial class PublishedEditionJson
{
    private const string Format = "dx-index-publication/1";

    public static string Canonical(PublishedEdition edition) => CanonicalJson.Write(Write(edition));

    /// <summary>Digest of the results alone, for binding a signature to what was on screen before a number is given.</summary>
    public static string DigestOf(IReadOnlyList<PublishedGroup> groups) => CanonicalJson.Digest(CanonicalJson.Write(Array(groups, Write)));

    public static JsonObject Write(PublishedEdition edition) => new()
    {
        ["format"] = Format,
        ["tenant"] = edition.Tenant,
        ["edition"] = edition.Year,
        ["number"] = edition.Number,
        ["decision"] = edition.DecisionNumber is null
            ? null
            : new JsonObject { ["number"] = edition.DecisionNumber, ["date"] = edition.DecisionDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        ["publishedAt"] = edition.PublishedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["auditHead"] = edition.AuditHead,
        ["illustrative"] = edition.Illustrative,
        ["groups"] = Array(edition.Groups, Write),
    };

    private static JsonObject Write(PublishedGroup group) => new()
    {
        ["code"] = group.Code,
        ["name"] = Write(group.Name),
        ["criteria"] = JsonNode.Parse(CriteriaFile.Write(group.Criteria)),
        ["entrants"] = Array(group.Entrants, Write),
        ["results"] = Array(group.Results, Write),
    };

    private static JsonObject Write(Entrant entrant) => new()
    {
        ["agency"] = entrant.Agency,
        ["name"] = Write(entrant.Name),
        ["parent"] = entrant.Parent,
        ["parentName"] = entrant.ParentName is null ? null : Write(entrant.ParentName),
        ["ranked"] = entrant.Ranked,
        ["illustrative"] = entrant.Illustrative,
        ["submitted"] = entrant.Submitted,
        ["figures"] = new JsonObject(entrant.Figures.Select(figure => KeyValuePair.Create<string, JsonNode?>(figure.Key, figure.Value))),
        ["decisions"] = new JsonObject(entrant.Decisions.Select(decision => KeyValuePair.Create<string, JsonNode?>(decision.Key, new JsonObject
        {
            ["decision"] = JsonNamingPolicy.CamelCase.ConvertName(decision.Value.Decision.ToString()),
            ["points"] = decision.Value.Points?.ToString(),
            ["reason"] = decision.Value.Reason is { } reason ? JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()) : null,
        }))),
        ["declared"] = new JsonObject(entrant.Declared.Select(points => KeyValuePair.Create<string, JsonNode?>(points.Key, points.Value.ToString()))),
    };

    private static JsonObject Write(Result result) => new()
    {
        ["agency"] = result.Agency,
        ["rank"] = result.Rank,
        ["total"] = result.Total,
        ["tier"] = result.Tier,
        ["base"] = result.Base.ToString(),
        ["applicable"] = result.Applicable.ToString(),
        ["converted"] = result.Converted.ToString(),
        ["bonus"] = result.Bonus.ToString(),
        ["penalty"] = result.Penalty.ToString(),
        ["beforeCap"] = result.BeforeCap.ToString(),
        ["components"] = Array(result.Components, Write),
        ["pillars"] = Array(result.Pillars, Write),
        ["criteria"] = Array(result.Criteria, one => new JsonObject
        {
            ["code"] = one.Code,
            ["state"] = JsonNamingPolicy.CamelCase.ConvertName(one.State.ToString()),
            ["points"] = one.Points.ToString(),
            ["maximum"] = one.Maximum.ToString(),
        }),
        ["footnotes"] = Array(result.Footnotes, Write),
    };

    private static JsonObject Write(PointsOf points) => new() { ["code"] = points.Code, ["points"] = points.Points.ToString(), ["maximum"] = points.Maximum.ToString() };

    private static JsonObject Write(Bilingual text) => new() { ["vi"] = text.Vi, ["en"] = text.En };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);
}
