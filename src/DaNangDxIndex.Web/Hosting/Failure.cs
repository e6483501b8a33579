using DaNangDxIndex.Accounts;
using Npgsql;

namespace DaNangDxIndex.Hosting;

internal static class Failure
{
    private const string RetryAfterSeconds = "5";

    /// <summary>How a request answers that failed so: below 500 it was the request's own fault or the rules forbade it.</summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        ChangedMeanwhile => StatusCodes.Status412PreconditionFailed,
        RuleViolation => StatusCodes.Status409Conflict,
        BadHttpRequestException refused => refused.StatusCode,
        _ when IsOfText(exception) => StatusCodes.Status400BadRequest,
        _ when IsForNow(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Sets the status of the answer, and when to come again where that helps.</summary>
    public static int Answer(HttpResponse response, Exception exception)
    {
        response.StatusCode = StatusOf(exception);
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = RetryAfterSeconds;
        return response.StatusCode;
    }

    /// <summary>A text that no database keeps, such as one with a null character: the request's own fault, whatever field it stood in.</summary>
    public static bool IsOfText(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => true,
        _ => IsOfText(exception.InnerException),
    };

    /// <summary>Read-only, disk full, waited too long for a lock, took too long, dropped as idle, stopping or starting.</summary>
    private static readonly string[] PassingStates = ["25006", "53100", "55P03", "57014", "25P03", "55000", "57P01", "57P02", "57P03"];

    /// <summary>The database is away, or we are too busy: the same request may succeed in a moment.</summary>
    public static bool IsForNow(Exception? exception) => exception switch
    {
        null => false,
        TooManyAtOnce => true,
        NpgsqlException npgsql => npgsql.IsTransient || PassingStates.Contains(npgsql.SqlState, StringComparer.Ordinal),
        _ => IsForNow(exception.InnerException),
    };
}
