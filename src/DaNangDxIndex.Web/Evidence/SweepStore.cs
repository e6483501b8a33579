using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// Takes away what no row knows: files of uploads that were killed, after an hour, when nobody can still be on the way to writing their
/// row.
/// </summary>
public sealed class SweepStore(DxIndexDb db, EvidenceStore store, CurrentTenant tenant, TimeProvider clock)
{
    private const int AskedAtOnce = 500;
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <returns>How many files went.</returns>
    /// <exception cref="StoreAway"/>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Grace;
        var swept = StoreAway.Unless(store.Place.Address, () =>
            Directory.EnumerateFiles(store.Place.Incoming).Count(file => FolderOfFiles.RemoveIfOlder(file, before)));
        var old = store.Place.ListAsync(EvidenceStore.FolderOf(tenant.Required.Id), ct).Where(file => file.At < before);
        await foreach (var some in old.Chunk(AskedAtOnce).WithCancellation(ct))
        {
            var digests = some.Select(file => Path.GetFileName(file.Name)).ToList();
            var known = await db.Set<StoredFile>().Where(file => digests.Contains(file.Digest)).Select(file => file.Digest)
                .ToHashSetAsync(StringComparer.Ordinal, ct);
            foreach (var orphan in some.Where(file => !known.Contains(Path.GetFileName(file.Name))))
                swept += await store.Place.RemoveIfOlderAsync(orphan.Name, before, ct) ? 1 : 0;
        }
        return swept;
    }
}
