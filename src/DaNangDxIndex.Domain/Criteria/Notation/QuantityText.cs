using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Notation;

/// <summary>
/// What a rule looks at, as a person types it: "a", "a + b - c", "a - b / c". A minus stands between spaces, because codes have hyphens of
/// their own.
/// </summary>
public static class QuantityText
{
    /// <summary>In the shape of the file. What is typed is taken as it is: whether such figures exist is checked with the file.</summary>
    public static JsonNode Read(string text)
    {
        var parts = text.Split('/', 2);
        return parts.Length == 1 ? Terms(parts[0]) : new JsonObject { ["sum"] = List(parts[0]), ["over"] = List(parts[1]) };
    }

    /// <summary>The file's quantity as it is typed; empty where there is none.</summary>
    public static string Write(JsonNode? of) => of switch
    {
        JsonObject ratio => $"{Written(ratio["sum"])} / {Written(ratio["over"])}",
        _ => Written(of),
    };

    // One figure alone stands as a text, as the file is written.
    private static JsonNode Terms(string text)
    {
        var terms = List(text);
        return terms is [var only] && only is not null && !only.GetValue<string>().StartsWith('-') ? only.DeepClone() : terms;
    }

    // Words without a sign between them are one code, which no figure has: that is told when the file is checked.
    private static JsonArray List(string text)
    {
        var (terms, sign) = (new List<string>(), (string?)"+");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (word is "+" or "-" or "−")
            {
                sign = word;
                continue;
            }

            if (sign is null)
                terms[^1] += " " + word;
            else
                terms.Add((sign == "+" ? "" : "-") + word);
            sign = null;
        }

        return [.. terms.Select(term => (JsonNode)term)];
    }

    private static string Written(JsonNode? terms) => terms switch
    {
        JsonArray list => string.Concat(list.Select((term, index) => Written(term?.ToString() ?? "", index))),
        null => "",
        _ => Written(terms.ToString(), 0),
    };

    private static string Written(string term, int index) => (index, term.StartsWith('-')) switch
    {
        (0, false) => term,
        (0, true) => "- " + term[1..],
        (_, false) => " + " + term,
        (_, true) => " - " + term[1..],
    };
}
