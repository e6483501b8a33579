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
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <returns>How many files went.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var swept = OldOf(store.IncomingFolder).Count(Remove);
        var folder = store.FolderOf(tenant.Required);
        if (!Directory.Exists(folder))
            return swept;
        foreach (var shelf in Directory.EnumerateDirectories(folder))
        {
            var old = OldOf(shelf).ToList();
            var names = old.Select(file => file.Name).ToList();
            var known = (await db.Set<StoredFile>().Where(file => names.Contains(file.Digest)).Select(file => file.Digest).ToListAsync(ct))
                .ToHashSet(StringComparer.Ordinal);
            swept += old.Where(file => !known.Contains(file.Name)).Count(Remove);
        }
        return swept;
    }

    private IEnumerable<FileInfo> OldOf(string folder)
    {
        var before = clock.GetUtcNow().UtcDateTime - Grace;
        return new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before);
    }

    /// <summary>Asked once more at the last moment: the same content may have come in meanwhile.</summary>
    private bool Remove(FileInfo file)
    {
        file.Refresh();
        if (!file.Exists || file.LastWriteTimeUtc >= clock.GetUtcNow().UtcDateTime - Grace)
            return false;
        file.Delete();
        return true;
    }
}
