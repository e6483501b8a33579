using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// What this process has found out of a cluster that neither answers nor refuses: whoever waited for it in vain says so here, and all that
/// ask within a second after, the further steps of the same request among them, are told at once. Nothing is refused for longer, and
/// nothing at all where anybody was answered meanwhile: a busy cluster is not away.
/// </summary>
public sealed class Reach(string cluster, TimeProvider clock)
{
    private static readonly TimeSpan Refused = TimeSpan.FromSeconds(1);

    private long _answered;
    private long _found = long.MinValue;

    /// <summary>To be asked before waiting, and handed back where it was in vain.</summary>
    /// <exception cref="ClusterIsAway">Somebody has just waited in vain.</exception>
    public long MustNotBeAway()
    {
        if (IsAway)
            throw new ClusterIsAway(cluster);
        return clock.GetTimestamp();
    }

    public bool IsAway => Volatile.Read(ref _found) is var found && found > Volatile.Read(ref _answered) && Within(found);

    public void Answered() => Volatile.Write(ref _answered, clock.GetTimestamp());

    public void WaitedInVain(long since)
    {
        if (Volatile.Read(ref _answered) < since)
            Volatile.Write(ref _found, clock.GetTimestamp());
    }

    /// <summary>What stands by itself, and is no part of a scope.</summary>
    public async Task<T> AskedAsync<T>(Func<Task<T>> ask)
    {
        var since = MustNotBeAway();
        try
        {
            var answer = await ask();
            Answered();
            return answer;
        }
        catch (NpgsqlException failed) when (IsInVain(failed))
        {
            WaitedInVain(since);
            throw;
        }
    }

    /// <summary>
    /// No answer within the time for it; neither a refusal, which comes at once, nor a pool whose connections are all in use.
    /// </summary>
    public static bool IsInVain(Exception failed) =>
        failed is NpgsqlException { InnerException: TimeoutException } npgsql and not ClusterIsAway
        && !npgsql.Message.Contains("connection pool has been exhausted", StringComparison.Ordinal);

    private bool Within(long found) => clock.GetElapsedTime(found) < Refused;
}

/// <summary>Answered as any other database that is away: 503, and the same request may succeed in a moment.</summary>
public sealed class ClusterIsAway(string cluster)
    : NpgsqlException($"The cluster {cluster} has just not answered.", new TimeoutException());
