using System.Collections.Concurrent;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// Listens to what every cluster tells of changes behind public answers, in this process or another. Answers, and whatever is remembered to
/// make them, are kept for one state only, and none of a cluster to which nobody listens: after a lost connection all that was kept before
/// counts as old.
/// </summary>
public sealed class PublicChanges(Clusters clusters, ILogger<PublicChanges> log) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, bool> _heard = new(StringComparer.Ordinal);
    private long _state = 1;

    /// <summary>
    /// Number of the present state, to be asked before what is kept for it is read; null while changes of any cluster may be missed.
    /// </summary>
    public long? State => clusters.All.All(cluster => _heard.ContainsKey(cluster.Name)) ? Interlocked.Read(ref _state) : null;

    /// <summary>The same for what follows from the list of tenants and from one cluster alone.</summary>
    /// <param name="cluster">Null for the home cluster.</param>
    public long? StateOf(string? cluster) =>
        _heard.ContainsKey(Clusters.HomeName) && (cluster is null || _heard.ContainsKey(cluster)) ? Interlocked.Read(ref _state) : null;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(clusters.All.Select(cluster => ListenAgainAndAgainAsync(cluster, stoppingToken)));

    private async Task ListenAgainAndAgainAsync(Cluster cluster, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cluster, ct);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException && !ct.IsCancellationRequested)
            {
                log.LogWarning(
                    "Public answers of {Cluster} are made anew each time until it can be listened to again: {Reason}",
                    cluster.Name, fault.Message);
            }
            finally
            {
                _heard.TryRemove(cluster.Name, out _);
                Interlocked.Increment(ref _state);
            }

            await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(Cluster cluster, CancellationToken ct)
    {
        // Not one of the pool: it is held for as long as the program runs.
        var address = new NpgsqlConnectionStringBuilder(cluster.Addresses.Application) { Pooling = false, ApplicationName = "dx listens" };
        await using var alone = Clusters.PoolOf(address.ConnectionString, $"dx-listens-{cluster.Name}");
        await using var connection = await alone.OpenConnectionAsync(ct);
        connection.Notification += (_, _) => Interlocked.Increment(ref _state);
        await RunAsync(connection, "LISTEN public_change", ct);
        Interlocked.Increment(ref _state);
        _heard[cluster.Name] = true;
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
