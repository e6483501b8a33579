using Npgsql;

namespace DaNangDxIndex.Hosting;

internal static class Failure
{
    /// <summary>The database is away or too busy: the same request may succeed in a moment.</summary>
    public static bool IsForNow(Exception? exception) => exception switch
    {
        null => false,
        NpgsqlException npgsql => npgsql.IsTransient || npgsql.SqlState is "55000" or "57P01" or "57P02" or "57P03",
        _ => IsForNow(exception.InnerException),
    };
}
