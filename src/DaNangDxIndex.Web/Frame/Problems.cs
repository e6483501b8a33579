using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Frame;

/// <summary>Refusals of the API where no controller stands by, and of its reading side: those name what can be asked for instead.</summary>
internal static class Problems
{
    public static ObjectResult Of(int status, string code, string? title, string detail, IReadOnlyCollection<string>? valid = null)
    {
        var problem = new ProblemDetails { Status = status, Type = $"/problems/{code}", Title = title, Detail = detail };
        if (valid is not null)
            problem.Extensions["valid"] = valid;
        return new ObjectResult(problem) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }

    public static ObjectResult Refuse(int status, string code, string detail) => Of(status, code, null, detail);
}
