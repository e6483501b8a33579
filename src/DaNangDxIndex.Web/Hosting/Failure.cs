using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Hosting;

internal static class Failure
{
    /// <summary>How a request answers that failed so: below 500 it was the request's own fault or the rules forbade it.</summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        ChangedMeanwhile => StatusCodes.Status412PreconditionFailed,
        StoreAway => StatusCodes.Status503ServiceUnavailable,
        RuleViolation => StatusCodes.Status409Conflict,
        BadHttpRequestException refused => refused.StatusCode,
        TooManyAtOnce => StatusCodes.Status503ServiceUnavailable,
        _ when PassingFailure.IsOfText(exception) => StatusCodes.Status400BadRequest,
        _ when PassingFailure.IsForNow(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
