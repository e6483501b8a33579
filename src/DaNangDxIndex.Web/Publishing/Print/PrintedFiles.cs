using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Documents that have been printed. A version never changes, so what was printed
/// of it is printed once and kept, as long as it is asked for and there is room.
/// </summary>
public sealed class PrintedFiles : IDisposable
{
    private const long Room = 16 * 1024 * 1024;
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <param name="digest">Of the publication.</param>
    /// <param name="what">The document in it, with its language.</param>
    public byte[] Get(string digest, string what, Func<byte[]> print)
    {
        var key = (digest, what);
        if (_kept.TryGetValue(key, out byte[]? known) && known is not null)
            return known;
        var printed = print();
        return _kept.Set(key, printed, new MemoryCacheEntryOptions { Size = printed.Length, SlidingExpiration = TimeSpan.FromHours(2) });
    }

    public void Dispose() => _kept.Dispose();
}
