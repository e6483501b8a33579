using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// What this process has found out of a cluster that neither answers nor refuses. Once somebody has waited for a first word in vain, the
/// further steps of that request and all other requests are told at once; one in each second is let through to ask again, and the first
/// answer ends it. It does not begin where anybody was answered meanwhile: a busy cluster is not away.
/// </summary>
/// <param name="forget">Connections that lie in the pool hang as well: whoever asks again does so on a new one.</param>
public sealed class Reach(string cluster, TimeProvider clock, Action? forget = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(ConnectionLimits.FirstAnswerSeconds);

    private long _answered;
    private long _found = long.MinValue;
    private long _asked;

    public bool IsAway => Volatile.Read(ref _found) > Volatile.Read(ref _answered);

    /// <summary>To be asked before waiting, and handed back with what is waited for.</summary>
    /// <exception cref="ClusterIsAway">Somebody waits in vain, or has.</exception>
    public long MustNotBeAway()
    {
        var asked = Volatile.Read(ref _asked);
        if (IsAway && (clock.GetElapsedTime(asked) < Pause
            || Interlocked.CompareExchange(ref _asked, clock.GetTimestamp(), asked) != asked))
            throw new ClusterIsAway(cluster);
        return clock.GetTimestamp();
    }

    public void Answered() => Volatile.Write(ref _answered, clock.GetTimestamp());

    public void WaitedInVain(long since)
    {
        if (Volatile.Read(ref _answered) >= since)
            return;
        Volatile.Write(ref _asked, clock.GetTimestamp());
        Volatile.Write(ref _found, clock.GetTimestamp());
        forget?.Invoke();
    }

    /// <summary>
    /// Waits for a first word as long as it may take. Where the server hangs, giving up the question takes as long again or longer, since
    /// the same server is asked to leave off: the word is left to itself then, and whoever asked it sees to what it holds.
    /// </summary>
    /// <exception cref="ClusterIsAway">It did not come.</exception>
    public async Task WordAsync(Task word, long since, CancellationToken ct)
    {
        try
        {
            await word.WaitAsync(FirstAnswer, clock, ct);
            Answered();
        }
        catch (TimeoutException)
        {
            WaitedInVain(since);
            throw new ClusterIsAway(cluster);
        }
        catch (NpgsqlException failed) when (IsInVain(failed))
        {
            WaitedInVain(since);
            throw;
        }
        finally
        {
            if (!word.IsCompleted)
                _ = ComesLateAsync(word);
        }
    }

    /// <summary>
    /// What stands by itself, and is no part of a scope; it sees to its connection itself, also where it is left to itself.
    /// </summary>
    public async Task<T> AskedAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        var since = MustNotBeAway();
        var word = ask();
        await WordAsync(word, since, ct);
        return await word;
    }

    /// <summary>
    /// No answer within the time for it; neither a refusal, which comes at once, nor a pool whose connections are all in use.
    /// </summary>
    public static bool IsInVain(Exception failed) =>
        failed is NpgsqlException { InnerException: TimeoutException } npgsql and not ClusterIsAway
        && !npgsql.Message.Contains("connection pool has been exhausted", StringComparison.Ordinal);

    private async Task ComesLateAsync(Task word)
    {
        await word.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (word.IsCompletedSuccessfully)
            Answered();
    }
}

/// <summary>Answered as any other database that is away: 503, and the same request may succeed in a moment.</summary>
public sealed class ClusterIsAway(string cluster)
    : NpgsqlException($"The cluster {cluster} does not answer.", new TimeoutException());
