using System.Text.Json;
using System.Text.RegularExpressions;

namespace DaNangDxIndex.Criteria;

/// <summary>As much of JSON Schema 2020-12 as docs/criteria-file.schema.json uses; an unknown keyword is a fault of the schema.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly string[] Known =
    [
        "$schema", "$id", "$defs", "title", "description", "$ref", "type", "properties", "required", "additionalProperties", "items",
            "minItems",
        "minProperties", "maxProperties", "enum", "anyOf", "pattern", "minimum", "maximum",
    ];

    public IReadOnlyList<string> Faults(JsonElement value) => [.. Faults(root, value, "")];

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return schema.ValueKind == JsonValueKind.True ? [] : [$"{at}: not admitted"];
        return schema.EnumerateObject().SelectMany(keyword => Known.Contains(keyword.Name)
            ? Faults(keyword.Name, keyword.Value, schema, value, at)
            : [$"unknown keyword {keyword.Name}"]);
    }

    private IEnumerable<string> Faults(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string at) => keyword switch
    {
        "$ref" => Faults(root.GetProperty("$defs").GetProperty(rule.GetString()?.Split('/')[^1] ?? ""), value, at),
        "type" => IsOf(rule.GetString(), value) ? [] : [$"{at}: not of type {rule}"],
        "enum" => rule.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)) ? [] : [$"{at}: none of {rule}"],
        "anyOf" => rule.EnumerateArray().Any(way => !Faults(way, value, at).Any()) ? [] : [$"{at}: fits no alternative"],
        "pattern" => value.ValueKind != JsonValueKind.String
            || Regex.IsMatch(value.GetString() ?? "", rule.GetString() ?? "", RegexOptions.NonBacktracking)
            ? []
            : [$"{at}: not like {rule}"],
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble() ? [] : [$"{at}: too small"],
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble() ? [] : [$"{at}: too large"],
        "required" =>
            rule.EnumerateArray().Where(name => value.ValueKind == JsonValueKind.Object
                && !value.TryGetProperty(name.GetString() ?? "", out _)).Select(name => $"{at}: no {name}"),
        "properties" => Members(value).Where(member => rule.TryGetProperty(member.Name, out _))
            .SelectMany(member => Faults(rule.GetProperty(member.Name), member.Value, $"{at}/{member.Name}")),
        "additionalProperties" =>
            Members(value).Where(member => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(member.Name, out _))
            .SelectMany(member => Faults(rule, member.Value, $"{at}/{member.Name}")),
        "minProperties" =>
            value.ValueKind != JsonValueKind.Object || Members(value).Count() >= rule.GetInt32() ? [] : [$"{at}: too few members"],
        "maxProperties" =>
            value.ValueKind != JsonValueKind.Object || Members(value).Count() <= rule.GetInt32() ? [] : [$"{at}: too many members"],
        "items" => value.ValueKind != JsonValueKind.Array
            ? []
            : value.EnumerateArray().SelectMany((item, index) => Faults(rule, item, $"{at}/{index}")),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32() ? [] : [$"{at}: too few items"],
        _ => [],
    };

    private static IEnumerable<JsonProperty> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static bool IsOf(string? type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };
}
