using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>How operations refuse: the statuses that all of a kind share, each told once among the document's components.</summary>
internal static class DescribedRefusals
{
    /// <summary>Where the operation names none of the answer's status: a body too large, a failure of the program.</summary>
    private const string Any = "default";

    public const string Unread = "428";

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

    /// <summary>An operation's own answers with the refusals that it shares, in the order of their statuses.</summary>
    /// <param name="isOpen">Nobody has to sign in for it.</param>
    public static OpenApiResponses Beside(
        OpenApiResponses responses, OpenApiSchema problem, OpenApiOperationTransformerContext context, bool isOpen)
    {
        var own = responses.Keys.Where(status => Refusals.ContainsKey(status) && IsProblem(responses[status]));
        string[] alike =
        [
            .. OfEverybody, .. isOpen ? [] : OfWorkers, .. context.Description.HttpMethod is "GET" or null ? [] : OfChanges,
            .. context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true ? (string[])["404"] : [],
        ];
        foreach (var status in own.Union(alike, StringComparer.Ordinal).ToList())
            if (!responses.TryGetValue(status, out var named) || IsProblem(named))
                responses[status] = Once(status, problem, context.Document);
        var sorted = new OpenApiResponses();
        foreach (var (status, answer) in responses.OrderBy(answer => answer.Key, StringComparer.Ordinal))
            sorted[status] = answer;
        return sorted;
    }

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
}
