using System.IO.Compression;

namespace DaNangDxIndex.Frame;

/// <summary>
/// A zip file bears the moment in which each part was written; nobody needs it, and without it the same parts give the same bytes.
/// </summary>
internal static class TimelessZip
{
    // A zip knows no time before this.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same parts, packed anew in the order of their names.</summary>
    public static byte[] Of(Stream package)
    {
        using var written = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in source.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var from = part.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        return written.ToArray();
    }
}
