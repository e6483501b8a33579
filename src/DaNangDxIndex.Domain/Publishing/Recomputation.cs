using System.Text.Json.Nodes;
using DaNangDxIndex.Publishing.Corrections;

namespace DaNangDxIndex.Publishing;

/// <summary>A place where a publication says one thing and its own criteria and figures give another.</summary>
public sealed record Difference(string Place, string Published, string Recomputed);

/// <summary>Computes a publication again from its criteria, figures and decisions, and lists every difference.</summary>
public static class Recomputation
{
    public static IReadOnlyList<Difference> Differences(PublishedEdition published)
    {
        var recomputed = published with
        {
            Groups = [.. published.Groups.Select(group => InTheWordsOf(
                group, Computation.Of(group.Code, group.Name, group.Criteria, group.Before, group.Entrants) with { Break = group.Break }))],
            Correction = published.Correction is { } correction ? Recomputed(published, correction) : null,
        };
        return [.. Between(PublishedEditionJson.Write(published), PublishedEditionJson.Write(recomputed), ""), .. Blocked(published)];
    }

    /// <summary>That there is a footnote is computed; how a sentence was worded then is not what it says today.</summary>
    private static PublishedGroup InTheWordsOf(PublishedGroup published, PublishedGroup recomputed) => recomputed with
    {
        Results = [.. recomputed.Results.Select(result => published.ResultOf(result.Agency) is { } said
            && said.Footnotes.Count == result.Footnotes.Count ? result with { Footnotes = said.Footnotes } : result)],
    };

    /// <summary>What the version before said follows from taking the changes back, and so does who was moved by them.</summary>
    private static PublishedCorrection Recomputed(PublishedEdition published, PublishedCorrection correction) => correction with
    {
        Moved = CorrectedResults.Moved(CorrectedResults.Before(published.Groups, correction.Changes), published.Groups),
    };

    private static IEnumerable<Difference> Blocked(PublishedEdition published) =>
        from table in published.Groups
        from entrant in table.Entrants
        from figure in Computation.Blocked(table.Criteria, entrant)
        select new Difference(
            $"/groups/{table.Code}/entrants/{entrant.Agency}/figures/{figure.Key}", "not valid", figure.Value.En);

    /// <summary>Whatever stands in a publication's text and would be lost by reading and writing it: nothing there goes
    /// unchecked.</summary>
    /// <remarks>A criteria set is refused by its reader where it holds something unknown; a later program may write it otherwise.</remarks>
    public static IReadOnlyList<Difference> Unread(string text, PublishedEdition read) =>
        Between(WithoutCriteria(JsonNode.Parse(text)), WithoutCriteria(PublishedEditionJson.Write(read)), "");

    private static JsonNode? WithoutCriteria(JsonNode? publication)
    {
        foreach (var group in (publication?["groups"] as JsonArray ?? []).OfType<JsonObject>())
            group.Remove("criteria");
        return publication;
    }

    /// <summary>What two JSON texts say differently; places begin with the given one.</summary>
    internal static IReadOnlyList<Difference> Between(JsonNode? said, JsonNode? found, string place)
    {
        var differences = new List<Difference>();
        Compare(said, found, place, differences);
        return differences;
    }

    private static void Compare(JsonNode? published, JsonNode? recomputed, string place, List<Difference> differences)
    {
        if (published is JsonObject said && recomputed is JsonObject found)
        {
            foreach (var name in said.Select(member => member.Key).Union(found.Select(member => member.Key), StringComparer.Ordinal))
                Compare(said[name], found[name], $"{place}/{name}", differences);
        }
        else if (published is JsonArray saidItems && recomputed is JsonArray foundItems)
        {
            for (var index = 0; index < Math.Max(saidItems.Count, foundItems.Count); index++)
                Compare(
                    saidItems.ElementAtOrDefault(index), foundItems.ElementAtOrDefault(index),
                    $"{place}/{Name(saidItems, foundItems, index)}", differences);
        }
        else if (!JsonNode.DeepEquals(published, recomputed))
        {
            differences.Add(new Difference(place, Text(published), Text(recomputed)));
        }
    }

    /// <summary>Agencies and criteria by their code, so that a difference reads "/groups/wards/results/p-hoa-bac/total".</summary>
    private static string Name(JsonArray said, JsonArray found, int index)
    {
        var item = said.ElementAtOrDefault(index) ?? found.ElementAtOrDefault(index);
        return item is JsonObject members && (members["agency"] ?? members["code"]) is JsonValue code
            && code.TryGetValue<string>(out var name)
            ? name
            : index.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Text(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "–";
}
