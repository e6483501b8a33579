using DaNangDxIndex.Accounts.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What the document says of every operation alike: who may ask, and which refusals there are beside those that the operation names.
/// </summary>
internal sealed class DescribedOperations : IOpenApiOperationTransformer
{
    public const string Session = "session";

    private static readonly (string Status, string Means)[] OfEverybody =
        [("429", "Too many requests; Retry-After says when to come again.")];

    private static readonly (string Status, string Means)[] OfWorkers =
        [("401", "Nobody is signed in, or the token is unknown or has ended."), ("403", "The account may not do this.")];

    private static readonly (string Status, string Means)[] OfChanges =
    [
        ("409", "The rules forbid it now; or the Idempotency-Key is in use."), ("412", "What was read has changed since."),
        ("415", "The body has another media type."),
        ("422", "The body has the wrong form; or the Idempotency-Key was used for another request."),
    ];

    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var isOpen = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
        operation.Security = isOpen
            ? []
            :
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenSignIn.SchemeName, context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, context.Document)] = [] },
            ];
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        var refusals = OfEverybody.Concat(isOpen ? [] : OfWorkers)
            .Concat(context.Description.HttpMethod is "GET" or null ? [] : OfChanges);
        var responses = operation.Responses ??= [];
        foreach (var (status, means) in refusals)
            if (!responses.ContainsKey(status))
                responses[status] = new OpenApiResponse
                {
                    Description = means,
                    Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                    {
                        ["application/problem+json"] = new() { Schema = problem },
                    },
                };
        operation.Summary = Sentence(operation.Summary) ?? Sentence(operation.Description);
    }

    private static string? Sentence(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
