using Npgsql;

namespace DaNangDxIndex.Hosting;

internal static class Failure
{
    /// <summary>A text that no database keeps, such as one with a null character: the request's own fault, whatever field it stood in.</summary>
    public static bool IsOfText(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => true,
        _ => IsOfText(exception.InnerException),
    };

    /// <summary>The database is away or too busy: the same request may succeed in a moment.</summary>
    public static bool IsForNow(Exception? exception) => exception switch
    {
        null => false,
        NpgsqlException npgsql => npgsql.IsTransient || npgsql.SqlState is "55000" or "57P01" or "57P02" or "57P03",
        _ => IsForNow(exception.InnerException),
    };
}
