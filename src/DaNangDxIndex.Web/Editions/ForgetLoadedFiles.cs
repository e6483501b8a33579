using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// Files that the office loaded go DX_LOADED_FILE_DAYS after the last version of their edition was published, two years by default. No
/// publication is made of them: it holds the figures themselves, and the trail holds each figure and the digest of the file. What was
/// uploaded and never applied goes after a day.
/// </summary>
public sealed class ForgetLoadedFiles(DxIndexDb db, IConfiguration configuration, TimeProvider clock) : Forgetting(configuration, clock)
{
    public override async Task<int> HandleAsync(CancellationToken ct)
    {
        var (oldest, yesterday) = (Oldest("DX_LOADED_FILE_DAYS", 730), Now.AddDays(-1));
        var dropped = await db.Set<KeptUpload>().Where(upload => upload.At < yesterday).ExecuteDeleteAsync(ct);
        return dropped + await db.Set<FigureLoad>().Where(load => load.Content != null
                && db.Set<Publication>().Any(publication => publication.Year == load.Year)
                && !db.Set<Publication>().Any(publication => publication.Year == load.Year && publication.PublishedAt > oldest))
            .ExecuteUpdateAsync(set => set.SetProperty(load => load.Content, (byte[]?)null), ct);
    }
}
