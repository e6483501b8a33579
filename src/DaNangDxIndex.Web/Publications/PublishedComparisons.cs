using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Publications;

/// <summary>
/// A version beside the one of the year before that was in force when it was made, like for like. Both are frozen, so the rules of both
/// are read once.
/// </summary>
public sealed class PublishedComparisons(PublishedEditions published, CurrentTenant tenant, IMemoryCache kept)
{
    private static readonly TimeSpan Unread = TimeSpan.FromHours(2);

    public async Task<ComparedPublications> FindAsync(PublishedVersion version, string group, CancellationToken ct)
    {
        var before = await published.BeforeAsync(version, ct);
        var key = (nameof(PublishedComparisons), tenant.Required.Id, version.Digest, before?.Digest, group);
        return kept.GetOrCreate(key, entry =>
        {
            entry.SlidingExpiration = Unread;
            return new ComparedPublications(before?.Edition, version.Edition, group);
        }) ?? throw new InvalidOperationException("The cache holds no null.");
    }
}
