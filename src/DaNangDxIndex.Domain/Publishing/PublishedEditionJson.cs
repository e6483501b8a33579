using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The one JSON form of a publication: form 4, form 5 for a correction, and form 6 where an agency answered for its figures; what was
/// published in forms 2 and 3 is read and written as it was. Points are exact numbers as text ("5.548", "1/3"), totals decimals as text.
/// What is written stays as it is for ever; a change of the form takes the next number and keeps the reader of this one.
/// </summary>
public static partial class PublishedEditionJson
{
    private const string Form2 = "dx-index-publication/2";
    private const string Form3 = "dx-index-publication/3";
    private const string Form4 = "dx-index-publication/4";
    private const string Form5 = "dx-index-publication/5";
    private const string Form6 = "dx-index-publication/6";

    public static string Canonical(PublishedEdition edition) => CanonicalJson.Write(Write(edition));

    public static JsonObject Write(PublishedEdition edition)
    {
        var json = WriteForm2(edition);
        if (edition.Printed is { } printed)
        {
            json["format"] = Form3;
            json["printed"] = Write(printed);
        }

        if (edition.Amendments is { } amendments)
        {
            json["format"] = Form4;
            json["amendments"] = Array(amendments, Write);
        }

        if (edition.Correction is { } correction)
        {
            json["format"] = Form5;
            json["correction"] = Write(correction);
        }

        if (edition.Groups.Any(group => group.Entrants.Any(entrant => entrant.Answered.Count > 0)))
            json["format"] = Form6;

        return json;
    }

    private static JsonObject WriteForm2(PublishedEdition edition) => new()
    {
        ["format"] = Form2,
        ["tenant"] = new JsonObject
        {
            ["slug"] = edition.Tenant.Slug,
            ["name"] = Write(edition.Tenant.Name),
            ["authority"] = Write(edition.Tenant.Authority),
            ["place"] = Write(edition.Tenant.Place),
        },
        ["edition"] = edition.Year,
        ["series"] = new JsonObject { ["code"] = edition.Series.Code, ["name"] = Write(edition.Series.Name) },
        ["number"] = edition.Number,
        ["document"] = Maybe(edition.Document, Write),
        ["publishedAt"] = Instant.Write(edition.PublishedAt),
        ["auditHead"] = edition.AuditHead,
        ["illustrative"] = edition.Illustrative,
        ["groups"] = Array(edition.Groups, Write),
    };

    private static JsonObject Write(PublishedDocument document) => new()
    {
        ["kind"] = Write(document.Kind),
        ["number"] = document.Number,
        ["date"] = Day(document.Date),
        ["issuer"] = Write(document.Issuer),
        ["annex"] = document.Annex,
    };

    private static JsonObject Write(PublishedGroup group)
    {
        var json = WriteForm2(group);
        if (group.Break is { } parted)
            json["break"] = Write(parted);
        return json;
    }

    private static JsonObject WriteForm2(PublishedGroup group) => new()
    {
        ["code"] = group.Code,
        ["name"] = Write(group.Name),
        ["criteria"] = JsonNode.Parse(CriteriaFile.Write(group.Criteria)),
        ["before"] = Maybe(group.Before, before => new JsonObject
        {
            ["year"] = before.Year,
            ["tiers"] = Members(before.Tiers, count => JsonValue.Create(count)),
        }),
        ["entrants"] = Array(group.Entrants, Write),
        ["results"] = Array(group.Results, Write),
    };

    private static JsonObject Write(Entrant entrant)
    {
        var json = WriteForm2(entrant);
        if (entrant.Answered.Count > 0)
            json["answered"] = new JsonArray([.. entrant.Answered.Select(code => JsonValue.Create(code))]);
        return json;
    }

    private static JsonObject WriteForm2(Entrant entrant) => new()
    {
        ["agency"] = entrant.Agency,
        ["name"] = Write(entrant.Name),
        ["parent"] = entrant.Parent,
        ["parentName"] = Maybe(entrant.ParentName, Write),
        ["ranked"] = entrant.Ranked,
        ["submission"] = Word(entrant.Submission),
        ["declared"] = Members(entrant.Declared, value => JsonValue.Create(value)),
        ["figures"] = Members(entrant.Figures, value => JsonValue.Create(value)),
        ["corrections"] = Members(entrant.Corrections, reason => JsonValue.Create(Word(reason))),
        ["provenance"] = Members(entrant.Provenance, source => JsonValue.Create(Word(source))),
        ["decisions"] = Members(entrant.Decisions, Write),
        ["before"] = Maybe(entrant.Before, before => new JsonObject
        {
            ["year"] = before.Year,
            ["rank"] = before.Rank,
            ["ranked"] = before.Ranked,
            ["tier"] = before.Tier,
            ["total"] = before.Total,
        }),
    };

    private static JsonObject Write(PublishedDecision decision) => new()
    {
        ["decision"] = Word(decision.Decision),
        ["points"] = decision.Points?.ToString(),
        ["reason"] = decision.Reason is { } reason ? Word(reason) : null,
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
        ["criteria"] = Array(result.Criteria, points => new JsonObject
        {
            ["code"] = points.Code,
            ["state"] = Word(points.State),
            ["points"] = points.Points.ToString(),
            ["maximum"] = points.Maximum.ToString(),
        }),
        ["footnotes"] = Array(result.Footnotes, Write),
        ["selfAssessed"] = Maybe(result.SelfAssessed, Write),
    };

    private static JsonObject Write(SelfAssessed self) => new()
    {
        ["total"] = self.Total,
        ["open"] = new JsonObject
        {
            ["criteria"] = self.Open.Criteria,
            ["maximum"] = self.Open.Maximum.ToString(CultureInfo.InvariantCulture),
            ["penalty"] = self.Open.Penalty.ToString(CultureInfo.InvariantCulture),
        },
        ["criteria"] = Array(self.Criteria, points => new JsonObject
        {
            ["code"] = points.Code,
            ["state"] = Word(points.State),
            ["points"] = points.Points?.ToString(),
            ["maximum"] = points.Maximum.ToString(),
            ["open"] = points.Open is { } open ? Word(open) : null,
        }),
    };

    private static JsonObject Write(PointsOf points) =>
        new() { ["code"] = points.Code, ["points"] = points.Points.ToString(), ["maximum"] = points.Maximum.ToString() };

    private static JsonObject Write(Bilingual text) => new() { ["vi"] = text.Vi, ["en"] = text.En };

    private static JsonObject? Maybe<T>(T? value, Func<T, JsonObject> write)
        where T : class => value is null ? null : write(value);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);

    private static JsonObject Members<T>(IReadOnlyDictionary<string, T> members, Func<T, JsonNode?> write) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, write(member.Value))));

    private static string Word<T>(T value)
        where T : struct, Enum => Words<T>.Of(value);

    /// <summary>Each word is made once: a province says some of them a hundred thousand times.</summary>
    private static class Words<T>
        where T : struct, Enum
    {
        private static readonly FrozenDictionary<T, string> Known = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, Made);

        public static string Of(T value) => Known.TryGetValue(value, out var word) ? word : Made(value);

        private static string Made(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
    }
}
