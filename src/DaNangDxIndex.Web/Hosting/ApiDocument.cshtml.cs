using System.Text.Json;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>The API, readable: our own OpenAPI document as a page, without script.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class ApiDocumentModel([FromKeyedServices("v1")] IOpenApiDocumentProvider documents) : PageModel
{
    private static readonly Lazy<Dictionary<string, string>> Vietnamese = new(() => Read("operations.vi.json"));
    private static readonly Lazy<Dictionary<string, string>> Parameters = new(() => Read("parameters.vi.json"));

    /// <summary>What the document says of each operation in English, by its name.</summary>
    public static IReadOnlyDictionary<string, string> InVietnamese => Vietnamese.Value;

    /// <summary>What the document says of parameters, by its English words: the same words stand at many operations.</summary>
    public static IReadOnlyDictionary<string, string> ParametersInVietnamese => Parameters.Value;

    public IReadOnlyList<IGrouping<string, Act>> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var document = await documents.GetOpenApiDocumentAsync(ct);
        Sections =
        [
            .. document.Paths
                .SelectMany(path => path.Value.Operations ?? [], (path, operation) => new Act(operation.Key, path.Key, operation.Value))
                .GroupBy(act => act.Operation.Tags?.FirstOrDefault()?.Name ?? "", StringComparer.Ordinal)
                .OrderBy(section => Array.IndexOf(DescribedOperations.Sections, section.Key)),
        ];
    }

    /// <summary>In one line, as it is looked up.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>In the reader's language.</summary>
    public static string? Told(IOpenApiParameter parameter) => parameter.Description is { } said && Addresses.Language != "en"
        ? ParametersInVietnamese.GetValueOrDefault(OneLine(said), said)
        : parameter.Description;

    private static Dictionary<string, string> Read(string file)
    {
        using var stream = typeof(ApiDocumentModel).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the program.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)
            ?? throw new InvalidOperationException($"{file} is empty.");
    }

    public sealed record Act(HttpMethod Method, string Path, OpenApiOperation Operation)
    {
        public string Id => Operation.OperationId ?? "";

        public string? Summary => Addresses.Language == "en" ? Operation.Summary : InVietnamese.GetValueOrDefault(Id);

        public string Example => ApiExample.Of(Method, Path, Operation);

        public IEnumerable<string> MediaTypes => Operation.Responses?
            .Where(answer => answer.Key.StartsWith('2'))
            .SelectMany(answer => answer.Value.Content?.Keys ?? Enumerable.Empty<string>()).Distinct(StringComparer.Ordinal) ?? [];
    }
}
