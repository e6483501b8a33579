using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <content>Reading, form by form and member by member; what is missing or of another kind is named.</content>
public static partial class PublishedEditionJson
{
    /// <exception cref="FormatException">The text is not a publication of a known form; the message says what is missing or
    /// wrong.</exception>
    public static PublishedEdition Read(string json)
    {
        try
        {
            var publication = JsonNode.Parse(json) as JsonObject ?? throw new FormatException("A publication is a JSON object.");
            return Text(publication, "format") switch
            {
                Form2 => ReadForm2(publication),
                Form3 => ReadForm3(publication),
                Form4 => ReadForm4(publication),
                Form5 => ReadForm5(publication),
                Form6 => ReadForm6(publication),
                var other => throw new FormatException($"The format is \"{other}\"; this program reads \"{Form2}\" to \"{Form6}\"."),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new FormatException($"This is not a publication: {fault.Message}", fault);
        }
    }

    /// <summary>One of the forms before, whose entrants may name criteria that the agency answered for.</summary>
    private static PublishedEdition ReadForm6(JsonObject json) => json["correction"] is null ? ReadUncorrected(json) : ReadForm5(json);

    private static PublishedEdition ReadForm5(JsonObject json) =>
        ReadUncorrected(json) with { Correction = ReadCorrection(Need(json, "correction").AsObject()) };

    /// <summary>A version may be one of an edition that held no amendments or printed figures.</summary>
    private static PublishedEdition ReadUncorrected(JsonObject json) =>
        json["printed"] is null ? ReadForm2(json) : json["amendments"] is null ? ReadForm3(json) : ReadForm4(json);

    private static PublishedEdition ReadForm4(JsonObject json) =>
        ReadForm3(json) with { Amendments = Items(json, "amendments", ReadAmendment) };

    private static PublishedEdition ReadForm3(JsonObject json)
    {
        var edition = ReadForm2(json);
        return edition with
        {
            Printed = ReadPrinted(Need(json, "printed").AsObject(), edition.Year),
            Groups = [.. edition.Groups.Zip(
                Items(json, "groups", group => group), (read, group) => read with { Break = Maybe(group, "break", ReadBreak) })],
        };
    }

    private static PublishedEdition ReadForm2(JsonObject json) => new()
    {
        Tenant = ReadTenant(Need(json, "tenant").AsObject()),
        Year = Need(json, "edition").GetValue<int>(),
        Series = ReadSeries(Need(json, "series").AsObject()),
        Number = Need(json, "number").GetValue<int>(),
        Document = Maybe(json, "document", ReadDocument),
        PublishedAt = ReadInstant(json, "publishedAt"),
        AuditHead = Text(json, "auditHead"),
        Illustrative = Flag(json, "illustrative"),
        Groups = Items(json, "groups", ReadGroup),
    };

    private static PublishedTenant ReadTenant(JsonObject json) =>
        new(Text(json, "slug"), ReadBilingual(json, "name"), ReadBilingual(json, "authority"), ReadBilingual(json, "place"));

    private static Series ReadSeries(JsonObject json) => 
        new Series(Text(json, "code")).Named(ReadBilingual(json, "name"), ReadBilingual(json, "name"));

    private static PublishedDocument ReadDocument(JsonObject json) => new(
        ReadBilingual(json, "kind"),
        Text(json, "number"),
        ReadDay(json, "date"),
        ReadBilingual(json, "issuer"),
        json["annex"]?.GetValue<string>());

    private static PublishedGroup ReadGroup(JsonObject json) => new(
        Text(json, "code"),
        ReadBilingual(json, "name"),
        CriteriaFile.Read(Need(json, "criteria").ToJsonString()).Require(),
        Maybe(json, "before", before =>
            new TableBefore(Whole(before, "year") ?? 0, Members(before, "tiers", count => count.GetValue<int>()))),
        Items(json, "entrants", ReadEntrant),
        Items(json, "results", ReadResult));

    private static Entrant ReadEntrant(JsonObject json) => new()
    {
        Agency = Text(json, "agency"),
        Name = ReadBilingual(json, "name"),
        Parent = json["parent"]?.GetValue<string>(),
        ParentName = json["parentName"] is null ? null : ReadBilingual(json, "parentName"),
        Ranked = Flag(json, "ranked"),
        Submission = Word<Submission>(Need(json, "submission")),
        Declared = Members(json, "declared", value => value.GetValue<string>()),
        Figures = Members(json, "figures", value => value.GetValue<string>()),
        Corrections = Members(json, "corrections", Word<ReasonCode>),
        Provenance = Members(json, "provenance", Word<Provenance>),
        Decisions = Members(json, "decisions", decision => ReadDecision(decision.AsObject())),
        Answered = new SortedSet<string>(
            json["answered"]?.AsArray().Select(code => code?.GetValue<string>() ?? throw new FormatException("\"answered\" holds a null."))
                ?? [], StringComparer.Ordinal),
        Before = Maybe(json, "before", before => new ResultBefore(
            Whole(before, "year") ?? 0, Whole(before, "rank"), Whole(before, "ranked"),
            before["tier"]?.GetValue<string>(), before["total"]?.GetValue<string>())),
    };

    private static PublishedDecision ReadDecision(JsonObject json) => new(
        Word<VerdictDecision>(Need(json, "decision")),
        json["points"] is { } points ? Fraction.Parse(points.GetValue<string>()) : null,
        json["reason"] is { } reason ? Word<ReasonCode>(reason) : null);

    private static Result ReadResult(JsonObject json) => new()
    {
        Agency = Text(json, "agency"),
        Rank = Whole(json, "rank"),
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
        Criteria = Items(json, "criteria", points => new CriterionPoints(
            Text(points, "code"), Word<ResultState>(Need(points, "state")), Number(points, "points"), Number(points, "maximum"))),
        Footnotes = Items(json, "footnotes", note => new Bilingual(Text(note, "vi"), Text(note, "en"))),
        SelfAssessed = Maybe(json, "selfAssessed", ReadSelfAssessed),
    };

    private static SelfAssessed ReadSelfAssessed(JsonObject json) => new(
        Text(json, "total"), ReadOpen(Need(json, "open").AsObject()), Items(json, "criteria", points => new SelfPoints(
            Text(points, "code"),
            Word<ResultState>(Need(points, "state")),
            points["points"] is { } value ? Fraction.Parse(value.GetValue<string>()) : null,
            Number(points, "maximum"),
            points["open"] is { } open ? Word<OpenFor>(open) : null)));

    private static OpenPart ReadOpen(JsonObject json) => new(
        Whole(json, "criteria") ?? 0,
        decimal.Parse(Text(json, "maximum"), CultureInfo.InvariantCulture),
        decimal.Parse(Text(json, "penalty"), CultureInfo.InvariantCulture));

    private static PointsOf ReadPoints(JsonObject json) => new(Text(json, "code"), Number(json, "points"), Number(json, "maximum"));

    private static Bilingual ReadBilingual(JsonObject json, string name)
    {
        var text = Need(json, name).AsObject();
        return new Bilingual(Text(text, "vi"), Text(text, "en"));
    }

    private static T? Maybe<T>(JsonObject json, string name, Func<JsonObject, T> read)
        where T : class => json[name] is { } value ? read(value.AsObject()) : null;

    private static Dictionary<string, T> Members<T>(JsonObject json, string name, Func<JsonNode, T> read) =>
        Need(json, name).AsObject().ToDictionary(
            member => member.Key,
            member => read(member.Value ?? throw new FormatException($"\"{member.Key}\" in \"{name}\" is null.")),
            StringComparer.Ordinal);

    private static List<T> Items<T>(JsonObject json, string name, Func<JsonObject, T> read) =>
        [.. Need(json, name).AsArray()
            .Select(item => read(item as JsonObject ?? throw new FormatException($"\"{name}\" holds something that is no object.")))];

    private static T Word<T>(JsonNode value)
        where T : struct, Enum => Enum.Parse<T>(value.GetValue<string>(), ignoreCase: true);

    private static int? Whole(JsonObject json, string name) => json[name]?.GetValue<int>();

    private static Fraction Number(JsonObject json, string name) => Fraction.Parse(Text(json, name));

    private static bool Flag(JsonObject json, string name) => Need(json, name).GetValue<bool>();

    private static string Text(JsonObject json, string name) => Need(json, name).GetValue<string>();

    private static JsonNode Need(JsonObject json, string name) => json[name] ?? throw new FormatException($"\"{name}\" is missing.");
}
