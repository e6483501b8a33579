using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <content>What a version corrects, written and read.</content>
public static partial class PublishedEditionJson
{
    /// <summary>Digest of what a correction does, for binding a signature to what was on screen before a number is given.</summary>
    public static string DigestOf(PublishedCorrection correction) => CanonicalJson.Digest(CanonicalJson.Write(Write(correction)));

    private static JsonObject Write(PublishedCorrection correction) => new()
    {
        ["of"] = correction.Of,
        ["digest"] = correction.Digest,
        ["cause"] = correction.Cause,
        ["foundBy"] = Word(correction.FoundBy),
        ["review"] = correction.Review,
        ["changes"] = Array(correction.Changes, Write),
        ["moved"] = Array(correction.Moved, Write),
    };

    private static JsonObject Write(ResultChange change) => change switch
    {
        FigureChange figure => new()
        {
            ["agency"] = figure.Agency, ["figure"] = figure.Figure, ["before"] = Write(figure.Before), ["after"] = Write(figure.After),
        },
        DecisionChange decision => new()
        {
            ["agency"] = decision.Agency,
            ["criterion"] = decision.Criterion,
            ["before"] = Maybe(decision.Before, Write),
            ["after"] = Maybe(decision.After, Write),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static JsonObject Write(FigureInForce figure) => new()
    {
        ["value"] = figure.Value,
        ["reason"] = figure.Reason is { } reason ? Word(reason) : null,
    };

    private static JsonObject Write(MovedResult moved) => new()
    {
        ["agency"] = moved.Agency,
        ["name"] = Write(moved.Name),
        ["group"] = moved.Group,
        ["before"] = Maybe(moved.Before, Write),
        ["after"] = Maybe(moved.After, Write),
        ["criteria"] = new JsonArray([.. moved.Criteria.Select(code => JsonValue.Create(code))]),
    };

    private static JsonObject Write(BriefResult result) => new()
    {
        ["total"] = result.Total, ["rank"] = result.Rank, ["tier"] = result.Tier,
    };

    private static PublishedCorrection ReadCorrection(JsonElement json) => new(
        Need(json, "of").GetInt32(),
        Text(json, "digest"),
        Text(json, "cause"),
        Word<Finder>(Need(json, "foundBy")),
        Whole(json, "review"),
        Items(json, "changes", ReadChange),
        Items(json, "moved", ReadMoved));

    private static ResultChange ReadChange(JsonElement json) => MaybeText(json, "figure") is { } figure
        ? new FigureChange(
            Text(json, "agency"), figure, ReadInForce(Need(json, "before")), ReadInForce(Need(json, "after")))
        : new DecisionChange(
            Text(json, "agency"), Text(json, "criterion"), Maybe(json, "before", ReadDecision), Maybe(json, "after", ReadDecision));

    private static FigureInForce ReadInForce(JsonElement json) => new(
        MaybeText(json, "value"), Find(json, "reason") is { } reason ? Word<ReasonCode>(reason) : null);

    private static MovedResult ReadMoved(JsonElement json) => new(
        Text(json, "agency"),
        ReadBilingual(json, "name"),
        Text(json, "group"),
        Maybe(json, "before", ReadBrief),
        Maybe(json, "after", ReadBrief),
        [.. Need(json, "criteria").EnumerateArray()
            .Select(code => code.GetString() ?? throw UnreadablePublication.Empty("code"))]);

    private static BriefResult ReadBrief(JsonElement json) =>
        new(Text(json, "total"), Whole(json, "rank"), MaybeText(json, "tier"));
}
