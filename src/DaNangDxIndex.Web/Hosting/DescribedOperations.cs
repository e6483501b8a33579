using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What the document says of every operation alike: who may ask, what a change needs, and how it refuses. A refusal is the same document
/// everywhere, so it stands once among the components.
/// </summary>
internal sealed class DescribedOperations : IOpenApiOperationTransformer
{
    public const string Session = "session";

    private const string Published = "published";

    /// <summary>Whose work an operation is, in the order in which they are shown.</summary>
    public static readonly string[] Sections = [Published, "agency", Policies.Appraisal, Policies.Office, Policies.Accounts];

    private static readonly string[] OfSections =
    [
        "What is published, for everybody.", "What an agency does for itself.", "What appraisers decide.",
        "What the standing office prepares and answers.", "Whom administrators keep; changed by who has just signed in, never by a token.",
    ];

    /// <summary>An example for each parameter of that name, out of the demonstration.</summary>
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["year"] = "2024", ["agency"] = "q-hai-chau", ["code"] = "q-hai-chau", ["group"] = "districts", ["number"] = "1",
        ["file"] = "points.csv", ["criterion"] = "1.1", ["figure"] = "files-online", ["component"] = "1", ["If-Match"] = "\"3\"",
    };

    /// <summary>The sections with a sentence each.</summary>
    public static IEnumerable<OpenApiTag> Tags =>
        Sections.Zip(OfSections, (section, means) => new OpenApiTag { Name = section, Description = means });

    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var isOpen = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
        // No scope of a token keeps accounts; one that reads, reads them.
        operation.Security = isOpen ? []
            : Policy(context) == Policies.Accounts && context.Description.HttpMethod != "GET" ? [Requirement(Session)]
            : [Requirement(TokenSignIn.SchemeName), Requirement(Session)];
        var section = isOpen ? Published : Policy(context) switch
        {
            Policies.Appraisal => Policies.Appraisal,
            Policies.Office or Policies.Publishing => Policies.Office,
            Policies.Accounts => Policies.Accounts,
            _ => "agency",
        };
        DescribeSentFile(operation, context);
        operation.Tags = new HashSet<OpenApiTagReference> { new(section, context.Document) };
        operation.Summary = Sentence(operation.Summary) ?? Sentence(operation.Description);
        var responses = operation.Responses ??= [];
        if (responses.ContainsKey(DescribedRefusals.Unread))
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-Match", In = ParameterLocation.Header, Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^\"[0-9]+\"$" },
                Description = "The version that was read, such as \"3\"; \"0\" where nothing stood.",
            });
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            if (ExampleOf(parameter, context) is { } example)
                parameter.Example = parameter.Schema?.Type?.HasFlag(JsonSchemaType.Integer) == true
                    && int.TryParse(example, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? JsonValue.Create(number)
                    : JsonValue.Create(example);
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        operation.Responses = DescribedRefusals.Beside(responses, problem, context, isOpen);

        OpenApiSecurityRequirement Requirement(string scheme) => new()
        {
            [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [],
        };
    }

    /// <summary>A body that is a file as it is has no parameter that the framework could describe.</summary>
    private static void DescribeSentFile(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<SentFileAttribute>().FirstOrDefault() is { } sent)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = sent.Forms.ToDictionary(
                    form => form,
                    _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                    StringComparer.Ordinal),
            };
    }

    private static string? Policy(OpenApiOperationTransformerContext context) =>
        context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().FirstOrDefault()?.Policy;

    private static string? ExampleOf(OpenApiParameter parameter, OpenApiOperationTransformerContext context) =>
        (parameter.Name, context.Description.RelativePath) switch
        {
            ("code", { } path) when path.Contains("verify", StringComparison.Ordinal) => "$CODE",
            ("file", { } path) when path.Contains("{year", StringComparison.Ordinal) => "ranking.csv",
            ({ } name, _) when Examples.TryGetValue(name, out var example) => example,
            ({ } name, _) when parameter.In == ParameterLocation.Path => "$" + name.ToUpperInvariant(),
            _ => null,
        };

    private static string? Sentence(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
