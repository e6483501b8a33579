using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Hosting;

/// <summary>To programs: a broken rule is a 409 problem with the rule's code as its type; the same row changed meanwhile is a 412.</summary>
internal sealed class RefusalToProblem(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request's path is that of the error page.
        if (httpContext.Features.Get<IExceptionHandlerFeature>() is not { Path: var asked } || !Api.Asks(asked))
            return false;
        var problem = exception switch
        {
            RuleViolation refused => new ProblemDetails
            {
                Status = StatusCodes.Status409Conflict,
                Type = $"/problems/{refused.Code}",
                Detail = refused.Sentence.In(Addresses.Language),
            },
            DbUpdateConcurrencyException => new ProblemDetails { Status = StatusCodes.Status412PreconditionFailed, Type = "/problems/changed-meanwhile" },
            _ when Failure.IsOfText(exception) => new ProblemDetails { Status = StatusCodes.Status400BadRequest },
            _ when Failure.IsForNow(exception) => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable },
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError },
        };
        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }
}
