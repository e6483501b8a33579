using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Publications;

/// <summary>
/// A version beside the one of the year before that was in force when it was made, like for like. Both are frozen, so the rules of both
/// are read once.
/// </summary>
public sealed class PublishedComparisons(PublishedEditions published, CurrentTenant tenant, KeptVersions kept)
{
    // The rules of one group in both years, by and large; the versions themselves are counted where they are kept.
    private const int Bytes = 1 << 20;

    public async Task<ComparedPublications> FindAsync(PublishedVersion version, string group, CancellationToken ct)
    {
        var before = await published.BeforeAsync(version, ct);
        var key = (nameof(PublishedComparisons), tenant.Required.Id, version.Digest, before?.Digest, group);
        return kept.Find<ComparedPublications>(key)
            ?? kept.Keep(key, Bytes, () => new ComparedPublications(before?.Edition, version.Edition, group));
    }
}
