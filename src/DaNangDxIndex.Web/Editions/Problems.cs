using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Editions;

/// <summary>Refusals of the read API: each names what can be asked for instead.</summary>
internal static class Problems
{
    public static ObjectResult Of(int status, string code, string title, string detail, IReadOnlyCollection<string>? valid = null)
    {
        var problem = new ProblemDetails { Status = status, Type = $"/problems/{code}", Title = title, Detail = detail };
        if (valid is not null)
            problem.Extensions["valid"] = valid;
        return new ObjectResult(problem) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }
}
