using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>The API, readable: our own OpenAPI document as a page, without script.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class ApiDocumentModel([FromKeyedServices("v1")] IOpenApiDocumentProvider documents) : PageModel
{
    public IReadOnlyList<IGrouping<string, Act>> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var document = await documents.GetOpenApiDocumentAsync(ct);
        Sections =
        [
            .. document.Paths
                .SelectMany(path => path.Value.Operations ?? [], (path, operation) => new Act(
                    operation.Key.Method, (document.Servers is [var server, ..] ? server.Url : "") + path.Key, operation.Value))
                .GroupBy(act => act.Operation.Tags?.FirstOrDefault()?.Name ?? "", StringComparer.Ordinal)
                .OrderBy(section => section.Key, StringComparer.Ordinal),
        ];
    }

    public sealed record Act(string Method, string Path, OpenApiOperation Operation)
    {
        public string Id => ErrorSummary.FieldId($"{Method}{Path}");

        public IEnumerable<string> MediaTypes => Operation.Responses?
            .SelectMany(answer => answer.Value.Content?.Keys ?? Enumerable.Empty<string>()).Distinct(StringComparer.Ordinal) ?? [];
    }
}
