using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>Failures of the database that are no fault of the program.</summary>
internal static class PassingFailure
{
    /// <summary>Read-only, disk full, waited too long for a lock, took too long, dropped as idle, stopping or starting.</summary>
    private static readonly string[] PassingStates = ["25006", "53100", "55P03", "57014", "25P03", "55000", "57P01", "57P02", "57P03"];

    /// <summary>With which a cluster refuses what a tenant would write that is on its way to another one (0440_placement).</summary>
    private const string ClosedState = "TM001";

    /// <summary>The tenant is being moved, or has been while this request ran: what is sent in a moment finds its place.</summary>
    public static bool IsOfMove(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: ClosedState } => true,
        _ => IsOfMove(exception.InnerException),
    };

    /// <summary>The database is away or busy: the same request may succeed in a moment.</summary>
    public static bool IsForNow(Exception? exception) => exception switch
    {
        null => false,
        NpgsqlException npgsql => npgsql.IsTransient || PassingStates.Contains(npgsql.SqlState, StringComparer.Ordinal) || IsOfMove(npgsql),
        _ => IsForNow(exception.InnerException),
    };

    /// <summary>
    /// A text that no database keeps, such as one with a null character: the request's own fault, whatever field it stood in.
    /// </summary>
    public static bool IsOfText(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => true,
        _ => IsOfText(exception.InnerException),
    };
}
