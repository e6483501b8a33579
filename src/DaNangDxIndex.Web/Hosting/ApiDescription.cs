using System.Text.Json;
using System.Text.Json.Serialization;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Hosting.Idempotency;
using DaNangDxIndex.Publishing.OpenData;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>What the OpenAPI document says of the whole API: whose it is, and that every address stands under a tenant.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    // Described by the framework and named by no operation, once files are files and refusals stand once.
    private static readonly string[] OfFramework =
        ["EntityTagHeaderValue", "FileContentResult", "ProblemDetails", "StringSegment"];

    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "DaNang DX Index",
            Version = "v1",
            License = new OpenApiLicense
            {
                Name = "Published data: " + Licence.Code, Url = new Uri(Licence.Address),
            },
            Description =
                "Published results are open to everyone. Numbers that are points are decimal strings with a point; dates are ISO 8601. "
                + "Published answers carry an ETag: ask again with If-None-Match. With ?version=n results never change; state does. "
                + "Refusals are problem documents (RFC 9457); Accept-Language chooses their words. "
                + "Programs send a personal access token as Authorization: Bearer. "
                + "Whatever changes something takes an Idempotency-Key: sent again within 24 hours it takes effect once, and is "
                + "answered as the first time, with Idempotency-Replayed: true. The same key with another address or body is refused "
                + "with 422; while the first sending is being carried out the answer is 409. What was refused is not kept.",
        };
        // Which there are is put in when it is served.
        document.Servers =
        [
            new OpenApiServer
            {
                Url = "/{tenant}",
                Variables = new Dictionary<string, OpenApiServerVariable>(StringComparer.Ordinal)
                {
                    ["tenant"] = new() { Default = DescriptionOnFile.AnyTenant },
                },
            },
        ];
        document.Components ??= new OpenApiComponents();
        document.AddComponent(TokenSignIn.SchemeName, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal access token, made on the page /accounts/tokens.",
        });
        document.AddComponent(DescribedOperations.Session, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "__Host-dx-{tenant}",
            Description = "The sign-in of a page; a change takes the form's token in the header RequestVerificationToken.",
        });
        foreach (var (method, operation) in document.Paths.Values.SelectMany(path => path.Operations ?? []))
        {
            if (method != HttpMethod.Get)
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = IdempotencyKey.Header, In = ParameterLocation.Header,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 200 },
                    Description = "Chosen by the sender, one for each change: 1 to 200 characters of ASCII without spaces.",
                });
            if (method == HttpMethod.Get && operation.Responses is { } responses
                && responses.GetValueOrDefault("200") is OpenApiResponse { Content: null or { Count: 0 } } whole)
            {
                whole.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["*/*"] = new() };
                responses["206"] = new OpenApiResponse { Description = "The part that Range asked for.", Content = whole.Content };
            }
            foreach (var (type, content) in (operation.Responses ?? []).SelectMany(answer => answer.Value.Content ?? EmptyContent))
                DescribeFile(type, content);
        }
        document.Tags = DescribedOperations.Tags.ToHashSet();
        foreach (var framework in OfFramework)
            document.Components?.Schemas?.Remove(framework);
        return Task.CompletedTask;
    }

    private static IEnumerable<KeyValuePair<string, OpenApiMediaType>> EmptyContent => [];

    // The framework describes every form of an answer by the type that carries it; a file has no members.
    private static void DescribeFile(string type, OpenApiMediaType content)
    {
        if (type == "text/csv")
            content.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        else if (!type.EndsWith("json", StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal))
            content.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        else if (content.Schema is OpenApiSchema { Properties: { } members } && members.ContainsKey("fileContents"))
            content.Schema = new OpenApiSchema { Type = JsonSchemaType.Object };
    }
}

internal static class ApiDescriptionFeature
{
    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddSingleton<DescriptionOnFile>();
        // Numbers are numbers in the document, and enums are words.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        services.AddOpenApi(api =>
        {
            api.CreateSchemaReferenceId = NameOf;
            api.AddOperationTransformer<DescribedOperations>();
            api.AddSchemaTransformer((schema, type, _) =>
            {
                // Whoever may leave such a word out says so himself; a word that is null besides would be described twice.
                if (schema.Enum is { } words)
                    schema.Enum = [.. words.Where(word => word is not null && word.GetValueKind() != JsonValueKind.Null)];
                if (type.JsonTypeInfo.ElementType is { } element && Nullable.GetUnderlyingType(element) is not null
                    && schema.AdditionalProperties is { } value)
                    schema.AdditionalProperties = new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, value] };
                return Task.CompletedTask;
            });
            api.AddDocumentTransformer<ApiDescription>();
        });
    }

    /// <summary>A record inside another bears both names: the component of a scorecard is none of the standings.</summary>
    private static string? NameOf(System.Text.Json.Serialization.Metadata.JsonTypeInfo type)
    {
        var name = type.Type == typeof(Microsoft.AspNetCore.Mvc.FileContentResult)
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is not null && type.Type.DeclaringType is { } outer ? outer.Name + name : name;
    }
}
