using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>What the OpenAPI document says of the whole API: whose it is, and that every address stands under a tenant.</summary>
internal sealed class ApiDescription(Tenants tenants) : IOpenApiDocumentTransformer
{
    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "DaNang DX Index",
            Version = "v1",
            Description =
                "Published results are open to everybody. Numbers that are points are decimal strings with a point; dates are ISO 8601. "
                + "Published answers carry an ETag: ask again with If-None-Match. With ?version=n an answer never changes. "
                + "Refusals are problem documents (RFC 9457); Accept-Language chooses their words.",
        };
        var slugs = (await tenants.AllAsync(cancellationToken)).Select(tenant => tenant.Slug).Order(StringComparer.Ordinal).ToList();
        document.Servers =
        [
            new OpenApiServer
            {
                Url = "/{tenant}",
                Variables = new Dictionary<string, OpenApiServerVariable>(StringComparer.Ordinal)
                {
                    ["tenant"] = new() { Default = (await tenants.FirstAsync(cancellationToken))?.Slug ?? "da-nang", Enum = slugs.Count > 0 ? slugs : null },
                },
            },
        ];
    }
}
