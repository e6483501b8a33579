using System.Buffers;
using System.IO.Compression;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>How much may come out of an uploaded package, whatever it says of itself.</summary>
/// <param name="LargestUnpacked">Of all parts together, in bytes.</param>
internal sealed record PackageBounds(int MostParts, long LargestUnpacked)
{
    private const int MiB = 1024 * 1024;

    /// <summary>How many times larger than packed a part of more than a MiB may be; real documents stay below a quarter of it.</summary>
    private const int MostTimes = 200;

    public bool Hold(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts)
            return false;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var all = 0L;
            foreach (var entry in archive.Entries)
            {
                using var part = entry.Open();
                var (unpacked, most) = (0L, Math.Max(MiB, entry.CompressedLength * MostTimes));
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    (unpacked, all) = (unpacked + read, all + read);
                    if (all > LargestUnpacked || unpacked > most)
                        return false;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
