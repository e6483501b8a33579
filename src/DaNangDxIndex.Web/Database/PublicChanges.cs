using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// Listens to what the database tells of changes behind public answers, in this process or another. Answers, and whatever is remembered to
/// make them, are kept for one state only, and none while nobody listens: after a lost connection all that was kept before counts as old.
/// </summary>
public sealed class PublicChanges(DatabaseAddresses database, ILogger<PublicChanges> log) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _state = 1;
    private volatile bool _listens;

    /// <summary>Number of the present state, to be asked before what is kept for it is read; null while changes may be missed.</summary>
    public long? State => _listens ? Interlocked.Read(ref _state) : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException
                && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(
                    "Public answers are made anew each time until the database can be listened to again: {Reason}", fault.Message);
            }
            finally
            {
                _listens = false;
                Interlocked.Increment(ref _state);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        // Not one of the pool: it is held for as long as the program runs.
        var address = new NpgsqlConnectionStringBuilder(database.Application) { Pooling = false, ApplicationName = "dx listens" };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(ct);
        connection.Notification += (_, _) => Interlocked.Increment(ref _state);
        await RunAsync(connection, "LISTEN public_change", ct);
        Interlocked.Increment(ref _state);
        _listens = true;
        while (true)
        {
            // A connection that died in silence is found out by asking.
            if (!await connection.WaitAsync(Silence, ct))
                await RunAsync(connection, "SELECT 1", ct);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 5 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
