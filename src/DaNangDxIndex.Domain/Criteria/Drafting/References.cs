using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Drafting;

/// <summary>Where a file names its own elements, so that a new code is taken along everywhere.</summary>
internal static class References
{
    private static readonly string[] Terms = ["of", "sum", "over"];

    public static IEnumerable<string> FiguresOf(JsonObject criterion) =>
        FigureTexts(criterion).Select(text => Plain(text.GetValue<string>()));

    /// <summary>Codes of the criteria whose rule or information names the figure.</summary>
    public static IEnumerable<string> ReadersOf(CriteriaDraft draft, string figure) => draft.Criteria
        .Where(criterion => FiguresOf(criterion).Contains(figure, StringComparer.Ordinal))
        .Select(CriteriaDraft.CodeOf);

    public static void RenameFigure(CriteriaDraft draft, string was, string code)
    {
        if (was.Length > 0 && was != code)
            Replace(draft.Criteria.SelectMany(FigureTexts), was, code);
    }

    public static void RenameCriterion(CriteriaDraft draft, string was, string code)
    {
        if (was.Length > 0 && was != code)
            Replace([.. Keys(draft, "criterion"), .. Listed(draft.File["kinds"], "criteria")], was, code);
    }

    public static void RenameComponent(CriteriaDraft draft, string was, string code)
    {
        if (was.Length > 0 && was != code)
        {
            var listed = Listed(draft.File["kinds"], "components").Concat(Listed(draft.File["method"]?["gates"], "components"));
            Replace([.. Keys(draft, "component"), .. listed], was, code);
        }
    }

    // A text behind "of", "sum" or "over" names a figure, alone or in a list; so does every text of "information".
    private static IEnumerable<JsonValue> FigureTexts(JsonObject criterion) =>
        [.. Inside(criterion["rule"]), .. Texts(criterion["information"])];

    private static IEnumerable<JsonValue> Inside(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            Terms.Contains(member.Key, StringComparer.Ordinal) && member.Value is not JsonObject && !HasRules(member.Value)
                ? Texts(member.Value)
                : Inside(member.Value)),
        JsonArray list => list.SelectMany(Inside),
        _ => [],
    };

    // "sum" is also the name of a rule, whose value is an object; a list of objects names no figures.
    private static bool HasRules(JsonNode? node) => node is JsonArray list && list.Any(item => item is JsonObject);

    private static IEnumerable<JsonValue> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.OfType<JsonValue>(),
        JsonValue text => [text],
        _ => [],
    };

    private static IEnumerable<JsonValue> Keys(CriteriaDraft draft, string sort) =>
        (draft.File["method"]?["ranking"]?["tieKeys"] as JsonArray ?? []).Select(key => key?[sort]).OfType<JsonValue>();

    private static IEnumerable<JsonValue> Listed(JsonNode? owners, string member) =>
        (owners as JsonArray ?? []).SelectMany(owner => Texts(owner?[member]));

    private static void Replace(IEnumerable<JsonValue> texts, string was, string code)
    {
        foreach (var text in texts.Where(text => Plain(text.GetValue<string>()) == was).ToList())
            text.ReplaceWith((text.GetValue<string>().StartsWith('-') ? "-" : "") + code);
    }

    private static string Plain(string term) => term.StartsWith('-') ? term[1..].TrimStart() : term;
}
