using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts.Tokens;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>One line of curl for an operation, made of what the document says of it.</summary>
internal static class ApiExample
{
    private const int Deepest = 4;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(HttpMethod method, string address, OpenApiOperation operation)
    {
        var given = (operation.Parameters ?? []).Where(parameter => parameter.Example is not null).ToList();
        var asked = given.Where(parameter => parameter.In == ParameterLocation.Query)
            .Select(parameter => $"{parameter.Name}={parameter.Example}").ToList();
        foreach (var parameter in given.Where(parameter => parameter.In == ParameterLocation.Path))
            address = address.Replace($"{{{parameter.Name}}}", parameter.Example?.ToString(), StringComparison.Ordinal);
        List<string> words = ["curl"];
        if (method != HttpMethod.Get)
            words.Add($"-X {method}");
        if (operation.Security is { Count: > 0 } asks)
            words.Add(asks.Any(one => one.Keys.Any(scheme => scheme.Reference.Id == TokenSignIn.SchemeName))
                ? "-H \"Authorization: Bearer $TOKEN\""
                : method == HttpMethod.Get ? "-b cookies" : "-b cookies -H \"RequestVerificationToken: $FORM\"");
        foreach (var header in given.Where(parameter => parameter.In == ParameterLocation.Header))
            words.Add($"-H '{header.Name}: {header.Example}'");
        if (operation.RequestBody?.Content?.FirstOrDefault() is { Key: { } type, Value.Schema: { } body })
            words.Add(type == "application/json"
                ? $"-H \"Content-Type: {type}\" -d '{Sample(body, 0)?.ToJsonString(Readable)}'"
                : type.StartsWith("multipart/", StringComparison.Ordinal) ? "-F \"File=@$FILE\""
                : $"-H \"Content-Type: {type}\" --data-binary \"@$FILE\"");
        words.Add($"\"$DX{address}{(asked.Count > 0 ? "?" + string.Join('&', asked) : "")}\"");
        return string.Join(' ', words);
    }

    private static JsonNode? Sample(IOpenApiSchema schema, int depth)
    {
        if (schema.OneOf is { Count: > 0 } either)
            return either.FirstOrDefault(one => one.Type != JsonSchemaType.Null) is { } some ? Sample(some, depth) : null;
        if (schema.Enum is [var word, ..])
            return word.DeepClone();
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Array => depth < Deepest && schema.Items is { } item ? new JsonArray(Sample(item, depth + 1)) : [],
            JsonSchemaType.Object => new JsonObject((depth < Deepest ? schema.Properties ?? Empty : Empty)
                .Select(member => KeyValuePair.Create(member.Key, Sample(member.Value, depth + 1)))),
            JsonSchemaType.Boolean => true,
            JsonSchemaType.Integer => 1,
            JsonSchemaType.Number => 1.5,
            _ => schema.Format switch { "date" => "2027-03-31", "uuid" => Guid.Empty.ToString(), _ => "…" },
        };
    }

    private static Dictionary<string, IOpenApiSchema> Empty => [];
}
