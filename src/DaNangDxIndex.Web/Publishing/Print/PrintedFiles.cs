using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Documents that have been printed. A version never changes, so what was printed
/// of it is printed once and kept, as long as it is asked for and there is room.
/// </summary>
public sealed class PrintedFiles : IDisposable
{
    private const long Room = 4 << 20;
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <param name="digest">Of the publication.</param>
    /// <param name="what">The document in it, with its language.</param>
    public byte[] Get(string digest, string what, Func<byte[]> print)
    {
        if (Find(digest, what) is { } known)
            return known;
        var printed = print();
        return _kept.Set(
            (digest, what), printed, new MemoryCacheEntryOptions { Size = printed.Length, SlidingExpiration = TimeSpan.FromHours(2) });
    }

    /// <summary>As <see cref="Get"/>; null where it was not printed, or is not kept any more.</summary>
    public byte[]? Find(string digest, string what) => _kept.Get<byte[]>((digest, what));

    public void Dispose() => _kept.Dispose();
}
