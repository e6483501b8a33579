using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts.Tokens;

namespace DaNangDxIndex.Hosting;

/// <summary>One line of curl for an operation, made of what the document says of it.</summary>
/// <param name="document">The whole of it, for what is described once and named elsewhere.</param>
internal sealed class ApiExample(JsonElement document)
{
    private const int Deepest = 4;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Of(string method, string address, JsonElement operation)
    {
        var given = DescribedAct.Items(operation, "parameters").Where(parameter => parameter.TryGetProperty("example", out _))
            .Select(parameter => (In: DescribedAct.Word(parameter, "in"), Name: DescribedAct.Word(parameter, "name") ?? "",
                Example: DescribedAct.Word(parameter, "example") ?? "")).ToList();
        var asked = given.Where(parameter => parameter.In == "query").Select(parameter => $"{parameter.Name}={parameter.Example}").ToList();
        foreach (var (_, name, example) in given.Where(parameter => parameter.In == "path"))
            address = address.Replace($"{{{name}}}", example, StringComparison.Ordinal);
        List<string> words = ["curl"];
        if (method != "GET")
            words.Add($"-X {method}");
        if (DescribedAct.Items(operation, "security").ToList() is { Count: > 0 } asks)
            words.Add(asks.Any(requirement => requirement.TryGetProperty(TokenSignIn.SchemeName, out _))
                ? "-H \"Authorization: Bearer $TOKEN\""
                : method == "GET" ? "-b cookies" : "-b cookies -H \"RequestVerificationToken: $FORM\"");
        foreach (var (_, name, example) in given.Where(parameter => parameter.In == "header"))
            words.Add($"-H '{name}: {example}'");
        if (operation.TryGetProperty("requestBody", out var body)
            && DescribedAct.Members(body, "content").FirstOrDefault() is { Value.ValueKind: JsonValueKind.Object } content
            && content.Value.TryGetProperty("schema", out var schema))
            words.Add(content.Name == "application/json"
                ? $"-H \"Content-Type: {content.Name}\" -d '{Sample(schema, 0)?.ToJsonString(Readable)}'"
                : content.Name.StartsWith("multipart/", StringComparison.Ordinal) ? "-F \"File=@$FILE\""
                : $"-H \"Content-Type: {content.Name}\" --data-binary \"@$FILE\"");
        words.Add($"\"$DX{address}{(asked.Count > 0 ? "?" + string.Join('&', asked) : "")}\"");
        return string.Join(' ', words);
    }

    private JsonNode? Sample(JsonElement named, int depth)
    {
        var schema = Described(named);
        if (DescribedAct.Items(schema, "oneOf").ToList() is { Count: > 0 } either)
            return either.Find(way => TypeOf(Described(way)) != "null") is { ValueKind: JsonValueKind.Object } some
                ? Sample(some, depth)
                : null;
        if (DescribedAct.Items(schema, "enum").FirstOrDefault() is { ValueKind: not JsonValueKind.Undefined } word)
            return JsonNode.Parse(word.GetRawText());
        return TypeOf(schema) switch
        {
            "array" => depth < Deepest && schema.TryGetProperty("items", out var item) ? new JsonArray(Sample(item, depth + 1)) : [],
            "object" => new JsonObject((depth < Deepest ? DescribedAct.Members(schema, "properties") : [])
                .Select(member => KeyValuePair.Create(member.Name, Sample(member.Value, depth + 1)))),
            "boolean" => true,
            "integer" => 1,
            "number" => 1.5,
            _ => DescribedAct.Word(schema, "format") switch { "date" => "2027-03-31", "uuid" => Guid.Empty.ToString(), _ => "…" },
        };
    }

    /// <summary>What may be null besides is of its other type; "null" is of no other.</summary>
    private static string? TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind != JsonValueKind.Array ? type.GetString()
        : type.EnumerateArray().Select(name => name.GetString()).Where(name => name != "null").ToList() is [var only] ? only : null;

    private JsonElement Described(JsonElement schema) => schema.TryGetProperty("$ref", out var named)
        ? document.GetProperty("components").GetProperty("schemas").GetProperty((named.GetString() ?? "").Split('/')[^1])
        : schema;
}
