using System.Globalization;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria;

/// <summary>Where a field of a form stands in an element of a draft: "tiers.2.code".</summary>
internal sealed class DraftPath(JsonObject root)
{
    private readonly Dictionary<string, JsonObject> _rows = new(StringComparer.Ordinal);

    public static JsonNode? At(JsonObject element, string path)
    {
        JsonNode? node = element;
        foreach (var name in path.Split('.'))
        {
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    && at < list.Count => list[at],
                _ => null,
            };
        }

        return node;
    }

    // "tiers.2.code": rows that were left blank leave no gap, so the third row may be the second of the list.
    public void Put(string path, JsonNode value)
    {
        var element = root;
        var names = path.Split('.');
        for (var at = 0; at < names.Length - 1; at++)
        {
            if (at + 2 < names.Length && int.TryParse(names[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                element = RowOf(element, names[at], string.Join('.', names[..(at + 2)]));
                at++;
                continue;
            }

            if (element[names[at]] is not JsonObject inner)
                element[names[at]] = inner = [];
            element = inner;
        }

        element[names[^1]] = value;
    }

    private JsonObject RowOf(JsonObject owner, string list, string row)
    {
        if (_rows.TryGetValue(row, out var known))
            return known;
        if (owner[list] is not JsonArray items)
            owner[list] = items = [];
        var made = new JsonObject();
        items.Add((JsonNode)made);
        return _rows[row] = made;
    }
}
