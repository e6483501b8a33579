using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace DaNangDxIndex.Harness;

/// <summary>
/// Holds every JSON answer of the API that a test gets against the OpenAPI document in docs/openapi.json: what is not described, or is
/// described otherwise, fails the test that asked.
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

    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri?.AbsolutePath is { } path && Regex.IsMatch(path, "^/[a-z-]+/api/v1/", RegexOptions.None, Patience)
            && answer is { IsSuccessStatusCode: true, Content.Headers.ContentType.MediaType: "application/json" }
            && answer.Content.Headers.ContentEncoding.Count == 0)
            await CheckAsync(request.Method.Method, Uri.UnescapeDataString(path), answer);
        return answer;
    }

    private static async Task CheckAsync(string method, string path, HttpResponseMessage answer)
    {
        await answer.Content.LoadIntoBufferAsync();
        var (status, text) = (((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture),
            await answer.Content.ReadAsStringAsync());
        if (text.Length == 0)
            return;
        var operation = Paths.Value.Find(one => one.Path.IsMatch(path)).Operations?[method.ToLowerInvariant()];
        var schema = operation?["responses"]?[status]?["content"]?["application/json"]?["schema"];
        schema.ShouldNotBeNull($"{method} {path} answered {status} with JSON, and docs/openapi.json describes no such answer.");
        var found = Schemas.GetOrAdd(schema.ToJsonString(), Compiled).Evaluate(
            JsonNode.Parse(text), new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (!found.IsValid)
            throw new ShouldAssertException($"{method} {path} answered otherwise than docs/openapi.json says: " + string.Join("; ",
                found.Details.SelectMany(detail => detail.Errors ?? new Dictionary<string, string>(StringComparer.Ordinal),
                    (detail, fault) => $"{detail.InstanceLocation}: {fault.Value}").Take(5)));
    }

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
