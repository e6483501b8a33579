using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace DaNangDxIndex.Harness;

/// <summary>
/// Holds every JSON answer of the API that a test gets against the OpenAPI document in docs/openapi.json: what is not described, or is
/// described otherwise, fails the test that asked. The same answer is looked at once.
/// </summary>
internal sealed class DocumentedAnswers : DelegatingHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly Lazy<JsonObject> Document = new(() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/openapi.json"))).ShouldNotBeNull().AsObject());

    private static readonly Lazy<List<(Regex Path, JsonObject Operations)>> Paths = new(() =>
        [.. Document.Value["paths"].ShouldNotBeNull().AsObject().OrderBy(path => path.Key.Count(sign => sign == '{')).Select(path =>
            (new Regex($"^/[a-z-]+{AnyIn(path.Key)}$", RegexOptions.None, Patience),
                path.Value.ShouldNotBeNull().AsObject()))]);

    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Schemas = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string, string), bool> Seen = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri?.AbsolutePath is { } path && Regex.IsMatch(path, "^/[a-z-]+/api/v1/", RegexOptions.None, Patience)
            && DescribedAs(request.Method.Method, Uri.UnescapeDataString(path).TrimEnd('/'), answer) is { } schema
            && answer.Content.Headers is
                { ContentType.MediaType: "application/json" or "application/problem+json", ContentEncoding.Count: 0 })
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            Check($"{request.Method} {path}", schema.ToJsonString(), await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        return answer;
    }

    /// <summary>The schema of the answer's body; null where it has none.</summary>
    private static JsonNode? DescribedAs(string method, string path, HttpResponseMessage answer)
    {
        // An address or a method that there is not is refused as well, and described nowhere.
        if (Paths.Value.Find(described => described.Path.IsMatch(path)).Operations?[method.ToLowerInvariant()] is not { } operation)
        {
            answer.IsSuccessStatusCode.ShouldBeFalse($"{method} {path} stands not in docs/openapi.json.");
            return null;
        }
        var (status, type) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);
        var described = Named(operation["responses"]?[status.ToString(CultureInfo.InvariantCulture)]
            ?? (status is 400 or 406 or 413 or >= 500 ? operation["responses"]?["default"] : null));
        described.ShouldNotBeNull($"{method} {path} answered {status}, and docs/openapi.json describes no such answer.");
        if (type is null)
            return null;
        var content = described["content"]?[type] ?? described["content"]?["*/*"];
        content.ShouldNotBeNull($"{method} {path} answered {status} with {type}, and docs/openapi.json describes no such answer.");
        return content["schema"];
    }

    private static void Check(string question, string schema, string text)
    {
        var key = (schema, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        if (text.Length == 0 || Seen.ContainsKey(key))
            return;
        var found = Schemas.GetOrAdd(schema, asked => new(() => Compiled(asked))).Value.Evaluate(
            JsonNode.Parse(text), new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (!found.IsValid)
            throw new ShouldAssertException($"{question} answered otherwise than docs/openapi.json says: " + string.Join("; ",
                found.Details.SelectMany(detail => detail.Errors ?? new Dictionary<string, string>(StringComparer.Ordinal),
                    (detail, fault) => $"{detail.InstanceLocation}: {fault.Value}").Take(5)));
        Seen.TryAdd(key, true);
    }

    private static JsonNode? Named(JsonNode? answer) =>
        answer?["$ref"]?.GetValue<string>() is { } name ? Document.Value["components"]?["responses"]?[name.Split('/')[^1]] : answer;

    /// <summary>The path with anything in the places of its parameters.</summary>
    private static string AnyIn(string path) =>
        string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "[^/]+" : Regex.Escape(part)));

    private static JsonSchema Compiled(string schema)
    {
        var whole = JsonNode.Parse(schema).ShouldNotBeNull().AsObject();
        whole["$defs"] = Document.Value["components"]?["schemas"]?.DeepClone();
        return JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }
}
