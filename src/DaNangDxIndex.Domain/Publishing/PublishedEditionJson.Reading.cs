using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <content>Reading, member by member; what is missing or of another kind is named.</content>
public static partial class PublishedEditionJson
{
    /// <exception cref="FormatException">The text is not a publication of this format; the message says what is missing or wrong.</exception>
    public static PublishedEdition Read(string json)
    {
        try
        {
            return Read(JsonNode.Parse(json) as JsonObject ?? throw new FormatException("A publication is a JSON object."));
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new FormatException($"This is not a publication: {fault.Message}", fault);
        }
    }

    private static PublishedEdition Read(JsonObject json)
    {
        if (!string.Equals(Text(json, "format"), Format, StringComparison.Ordinal))
            throw new FormatException($"The format is \"{Text(json, "format")}\"; this program reads \"{Format}\".");
        var decision = json["decision"] as JsonObject;
        return new PublishedEdition
        {
            Tenant = Text(json, "tenant"),
            Year = Need(json, "edition").GetValue<int>(),
            Number = Need(json, "number").GetValue<int>(),
            DecisionNumber = decision is null ? null : Text(decision, "number"),
            DecisionDate = decision is null ? null : DateOnly.ParseExact(Text(decision, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            PublishedAt = DateTimeOffset.ParseExact(Text(json, "publishedAt"), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            AuditHead = Text(json, "auditHead"),
            Illustrative = Flag(json, "illustrative"),
            Groups = Items(json, "groups", ReadGroup),
        };
    }

    private static PublishedGroup ReadGroup(JsonObject json) => new(
        Text(json, "code"),
        ReadBilingual(json, "name"),
        CriteriaFile.Read(Need(json, "criteria").ToJsonString()).Require(),
        Items(json, "entrants", ReadEntrant),
        Items(json, "results", ReadResult));

    private static Entrant ReadEntrant(JsonObject json) => new()
    {
        Agency = Text(json, "agency"),
        Name = ReadBilingual(json, "name"),
        Parent = json["parent"]?.GetValue<string>(),
        ParentName = json["parentName"] is null ? null : ReadBilingual(json, "parentName"),
        Ranked = Flag(json, "ranked"),
        Illustrative = Flag(json, "illustrative"),
        Submitted = Flag(json, "submitted"),
        Figures = Members(json, "figures", value => value.GetValue<string>()),
        Decisions = Members(json, "decisions", ReadDecision),
        Declared = Members(json, "declared", value => Fraction.Parse(value.GetValue<string>())),
    };

    private static PublishedDecision ReadDecision(JsonNode value) => new(
        Enum.Parse<VerdictDecision>(Text(value.AsObject(), "decision"), ignoreCase: true),
        value["points"] is { } points ? Fraction.Parse(points.GetValue<string>()) : null,
        value["reason"] is { } reason ? Enum.Parse<ReasonCode>(reason.GetValue<string>(), ignoreCase: true) : null);

    private static Result ReadResult(JsonObject json) => new()
    {
        Agency = Text(json, "agency"),
        Rank = json["rank"]?.GetValue<int>(),
        Total = Text(json, "total"),
        Tier = json["tier"]?.GetValue<string>(),
        Base = Number(json, "base"),
        Applicable = Number(json, "applicable"),
        Converted = Number(json, "converted"),
        Bonus = Number(json, "bonus"),
        Penalty = Number(json, "penalty"),
        BeforeCap = Number(json, "beforeCap"),
        Components = Items(json, "components", ReadPoints),
        Pillars = Items(json, "pillars", ReadPoints),
        Criteria = Items(json, "criteria", one => new CriterionPoints(
            Text(one, "code"), Enum.Parse<ResultState>(Text(one, "state"), ignoreCase: true), Number(one, "points"), Number(one, "maximum"))),
        Footnotes = Items(json, "footnotes", one => new Bilingual(Text(one, "vi"), Text(one, "en"))),
    };

    private static PointsOf ReadPoints(JsonObject json) => new(Text(json, "code"), Number(json, "points"), Number(json, "maximum"));

    private static Bilingual ReadBilingual(JsonObject json, string name)
    {
        var text = Need(json, name).AsObject();
        return new Bilingual(Text(text, "vi"), Text(text, "en"));
    }

    private static Dictionary<string, T> Members<T>(JsonObject json, string name, Func<JsonNode, T> read) =>
        Need(json, name).AsObject().ToDictionary(
            member => member.Key, member => read(member.Value ?? throw new FormatException($"\"{member.Key}\" in \"{name}\" is null.")), StringComparer.Ordinal);

    private static List<T> Items<T>(JsonObject json, string name, Func<JsonObject, T> read) =>
        [.. Need(json, name).AsArray().Select(item => read(item as JsonObject ?? throw new FormatException($"\"{name}\" holds something that is no object.")))];

    private static Fraction Number(JsonObject json, string name) => Fraction.Parse(Text(json, name));

    private static bool Flag(JsonObject json, string name) => Need(json, name).GetValue<bool>();

    private static string Text(JsonObject json, string name) => Need(json, name).GetValue<string>();

    private static JsonNode Need(JsonObject json, string name) => json[name] ?? throw new FormatException($"\"{name}\" is missing.");
}
