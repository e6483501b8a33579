using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// How long the application waits for its database, and the database for the application, unless the connection string says
/// otherwise: a database that hangs is told as 503 within some five seconds, and a frozen process loses its locks instead of holding up the
/// others. Statements that come again are prepared once for each connection.
/// </summary>
internal static class ConnectionLimits
{
    /// <summary>For the first word on a connection, which costs the database nothing.</summary>
    public const int FirstAnswerSeconds = 3;

    private static int Words;

    /// <summary>
    /// When the driver gives up a first word that nobody waits for any longer. Where the server hangs, it holds a thread until asking the
    /// same server to leave off is in vain as well: so not all at the same time, and none before a server that works ended it by itself.
    /// </summary>
    public static int GivenUpAfterSeconds => 20 + (int)((uint)Interlocked.Increment(ref Words) % 100);

    /// <summary>Without encryption by Kerberos: where the server hangs, whatever is asked of it would be tried twice.</summary>
    private const string Here =
        "Timeout=4;Command Timeout=20;Cancellation Timeout=1000;Max Auto Prepare=200;GSS Encryption Mode=Disable;";

    /// <summary>Where the other side's machine may vanish without a word.</summary>
    private const string HereOverTheNetwork = "Tcp Keepalive=true;Tcp Keepalive Time=10;Tcp Keepalive Interval=5;";

    /// <summary>Compiling one of our statements takes a hundred times as long as running it; a wrong estimate is enough for it.</summary>
    private const string WithoutCompiler = "-c jit=off ";

    private const string There = $"{WithoutCompiler}-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s";

    private const string ThereOverTheNetwork = " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /// <summary>What the connection string itself says comes last and holds.</summary>
    public static string Added(string connection)
    {
        var overTheNetwork = new NpgsqlConnectionStringBuilder(connection).Host?.StartsWith('/') != true;
        var limited = new NpgsqlConnectionStringBuilder($"{Here}{(overTheNetwork ? HereOverTheNetwork : "")}{connection}");
        limited.Options = $"{There}{(overTheNetwork ? ThereOverTheNetwork : "")} {limited.Options}".TrimEnd();
        return limited.ConnectionString;
    }
}
