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

    /// <summary>Where the operation names none of the answer's status: a body too large, a failure of the program.</summary>
    private const string Any = "default";

    private const string Unread = "428";

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

    private static readonly Dictionary<string, (string Name, string Means)> Refusals = new(StringComparer.Ordinal)
    {
        ["400"] = ("NotUnderstood", "The question cannot be understood."),
        ["401"] = ("NobodySignedIn", "Nobody is signed in, or the token is unknown or has ended."),
        ["403"] = ("NotAllowed", "The account may not do this."),
        ["404"] = ("NotThere", "There is no such thing, or nobody may know of it."),
        ["409"] = ("NotNow", "The rules forbid it now; or the Idempotency-Key is in use."),
        ["412"] = ("ChangedSince", "What was read has changed since: read it again."),
        ["415"] = ("OtherMediaType", "The body has another media type."),
        ["422"] = ("WrongForm", "The body has the wrong form; or the Idempotency-Key was used for another request."),
        [Unread] = ("VersionRequired", "If-Match is missing: a change names the version that was read."),
        ["429"] = ("TooMany", "Too many requests; Retry-After says when to come again."),
        [Any] = ("Refused", "Any other refusal, such as a body too large, or a failure of the program."),
    };

    private static readonly string[] OfEverybody = ["429", Any];

    private static readonly string[] OfWorkers = ["401", "403"];

    private static readonly string[] OfChanges = ["409", "412", "415", "422"];

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
        if (responses.ContainsKey(Unread))
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
        var own = responses.Keys.Where(status => Refusals.ContainsKey(status) && IsProblem(responses[status]));
        string[] alike =
        [
            .. OfEverybody, .. isOpen ? [] : OfWorkers, .. context.Description.HttpMethod is "GET" or null ? [] : OfChanges,
            .. context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true ? (string[])["404"] : [],
        ];
        foreach (var status in own.Union(alike, StringComparer.Ordinal).ToList())
            if (!responses.TryGetValue(status, out var named) || IsProblem(named))
                responses[status] = Once(status, problem, context.Document);
        operation.Responses = [];
        foreach (var (status, answer) in responses.OrderBy(answer => answer.Key, StringComparer.Ordinal))
            operation.Responses[status] = answer;

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

    /// <summary>A refusal without words of its own, which come as a problem document.</summary>
    private static bool IsProblem(IOpenApiResponse answer) => answer.Content is not { Count: > 0 } content
        || content.ContainsKey("application/problem+json") || content.Values.All(form => form.Schema is null);

    private static OpenApiResponseReference Once(string status, OpenApiSchema problem, OpenApiDocument? document)
    {
        var (name, means) = Refusals[status];
        document?.AddComponent("Problem", (IOpenApiSchema)problem);
        document?.AddComponent(name, (IOpenApiResponse)new OpenApiResponse
        {
            Description = means,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", document) },
            },
        });
        return new OpenApiResponseReference(name, document);
    }

    private static string? Sentence(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
