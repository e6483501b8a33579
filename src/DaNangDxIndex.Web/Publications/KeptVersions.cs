using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Publications;

/// <summary>
/// Versions that have been read, and what follows from them. They never change, so each is made once, also when many ask at the same
/// moment, and kept as long as it is asked for and there is room. Whole versions are read one after the other: what it takes to read one
/// is needed once, however many are asked for at the same time.
/// </summary>
public sealed class KeptVersions : IDisposable
{
    private const long Room = 64L << 20;
    private static readonly TimeSpan Unread = TimeSpan.FromHours(2);
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly Lock _adding = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _read;

    /// <summary>How many whole versions were read since the program started.</summary>
    public long Read => Interlocked.Read(ref _read);

    public T? Find<T>(object key)
        where T : class => _kept.TryGetValue(key, out Lazy<T>? known) ? known?.Value : null;

    /// <summary>What is kept, or else read from a whole version, when its turn comes.</summary>
    /// <param name="key">Names the tenant, too.</param>
    /// <param name="read">What was read, and the bytes it takes in memory; null where there is no such version.</param>
    /// <param name="ct"></param>
    public async Task<T?> FindAsync<T>(object key, Func<Task<(T Made, long Bytes)?>> read, CancellationToken ct)
        where T : class
    {
        if (Find<T>(key) is { } known)
            return known;
        await _turn.WaitAsync(ct);
        try
        {
            if (Find<T>(key) is { } meanwhile)
                return meanwhile;
            if (await read() is not var (made, bytes))
                return null;
            Interlocked.Increment(ref _read);
            return Keep(key, bytes, () => made);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <param name="key">Names the tenant, too.</param>
    /// <param name="bytes">What it takes in memory.</param>
    public T Keep<T>(object key, long bytes, Func<T> make)
        where T : class
    {
        Lazy<T>? kept;
        lock (_adding)
        {
            if (!_kept.TryGetValue(key, out kept) || kept is null)
                kept = _kept.Set(key, new Lazy<T>(make), new MemoryCacheEntryOptions { Size = bytes, SlidingExpiration = Unread });
        }

        try
        {
            return kept.Value;
        }
        catch
        {
            // It keeps its failure; the next reader is to try again.
            _kept.Remove(key);
            throw;
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _turn.Dispose();
    }
}
