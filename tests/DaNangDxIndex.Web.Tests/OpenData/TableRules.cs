using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DaNangDxIndex.OpenData;

/// <summary>Frictionless Table Schema, as far as our tables use it, in a reader of its own: each fault as "line: what".</summary>
internal static class TableRules
{
    public static IReadOnlyList<string> Faults(JsonObject schema, string csv)
    {
        var fields = schema["fields"].ShouldNotBeNull().AsArray().OfType<JsonObject>().ToList();
        var names = fields.ConvertAll(field => field["name"].ShouldNotBeNull().GetValue<string>());
        var rows = Rows(csv);
        if (!rows[0].SequenceEqual(names, StringComparer.Ordinal))
            return ["1: fields"];
        var key = (schema["primaryKey"] as JsonArray ?? [])
            .Select(name => names.IndexOf(name.ShouldNotBeNull().GetValue<string>())).ToList();
        var (faults, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (at, row) in rows.Skip(1).Index())
        {
            if (row.Count != fields.Count)
                faults.Add($"{at + 2}: {row.Count} fields");
            else
                faults.AddRange(fields.Zip(row).Where(cell => !Holds(cell.First, cell.Second))
                    .Select(cell => $"{at + 2}: {cell.First["name"]}"));
            if (key.Count > 0 && row.Count == fields.Count && !seen.Add(string.Join('\u0001', key.Select(place => row[place]))))
                faults.Add($"{at + 2}: primaryKey");
        }
        return faults;
    }

    private static bool Holds(JsonObject field, string value)
    {
        var constraints = field["constraints"] as JsonObject;
        if (value.Length == 0)
            return constraints?["required"]?.GetValue<bool>() != true;
        return (constraints?["enum"] as JsonArray)?.Any(allowed => allowed?.GetValue<string>() == value) != false
            && field["type"]?.GetValue<string>() switch
            {
                "string" => true,
                "integer" => Regex.IsMatch(value, "^-?[0-9]+$", RegexOptions.None, TimeSpan.FromSeconds(1)),
                "number" => Regex.IsMatch(value, @"^-?[0-9]+(\.[0-9]+)?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
                "boolean" => value is "true" or "false",
                "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                _ => false,
            };
    }

    private static List<List<string>> Rows(string csv)
    {
        var (rows, row, field, quoted) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            var letter = csv[at];
            if (quoted && letter == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
                field.Append(csv[at++]);
            else if (letter == '"')
                quoted = !quoted;
            else if (!quoted && (letter is ',' or '\n'))
            {
                row.Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
                field.Append(letter);
        }
        return rows;
    }
}
