using System.Collections.Concurrent;

namespace DaNangDxIndex.Evidence.Scanning;

/// <summary>Files that the scanner would not judge: others go first, and these are tried again after an hour.</summary>
public sealed class RefusedFiles(TimeProvider clock)
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public void Add(string digest) => _until[digest] = clock.GetUtcNow() + Rest;

    public IReadOnlyList<string> Resting()
    {
        foreach (var (digest, until) in _until)
        {
            if (until <= clock.GetUtcNow())
                _until.TryRemove(digest, out _);
        }

        return [.. _until.Keys];
    }
}
