using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Publications;

/// <summary>
/// Versions that have been read, and their bundles. They never change, so each is made once, also when many ask at the same moment, and
/// kept as long as it is asked for and there is room.
/// </summary>
public sealed class KeptVersions : IDisposable
{
    private const long Room = 256L << 20;
    private static readonly TimeSpan Unread = TimeSpan.FromHours(2);
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly Lock _adding = new();

    public T? Find<T>(object key)
        where T : class => _kept.TryGetValue(key, out Lazy<T>? known) ? known?.Value : null;

    /// <param name="key">Names the tenant, too.</param>
    /// <param name="bytes">About what it takes in memory.</param>
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

    public void Dispose() => _kept.Dispose();
}
