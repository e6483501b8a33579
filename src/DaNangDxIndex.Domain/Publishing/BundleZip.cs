using System.IO.Compression;

namespace DaNangDxIndex.Publishing;

/// <summary>A bundle as one zip file. Every entry bears the same fixed time, so that equal files give equal bytes.</summary>
public static class BundleZip
{
    private const int MostFiles = 200;
    private const long MostPacked = 32L << 20;
    private const long MostBytes = 256L << 20;
    private const long MostRatio = 100;
    private const long Slack = 1L << 20;

    // The earliest time a zip can write: it means nothing, and says nothing of when the bundle was asked for.
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<BundleFile> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = Fixed;
                using var content = entry.Open();
                content.Write(file.Bytes.Span);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The files of a zip that a stranger made, in its order.</summary>
    /// <exception cref="BundleFault">
    /// Not a zip, or one with bytes outside its files; a path twice; a folder with content; more than 200 files, 32 MiB packed or 256 MiB
    /// unpacked;
    /// packed more than a hundredfold. Sizes are judged before anything is unpacked, and counted again while it is.
    /// </exception>
    /// <param name="stream">Read to its end.</param>
    /// <param name="most">Bytes that it may unpack to, where that is fewer than 256 MiB.</param>
    public static IReadOnlyList<BundleFile> Read(Stream stream, long most = MostBytes)
    {
        var packed = Packed(stream);
        ZipLayout.Check(packed);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(packed, writable: false), ZipArchiveMode.Read);
            most = Math.Min(most, Slack + (MostRatio * packed.LongLength));
            RefuseTooMuch(zip.Entries, most);
            List<BundleFile> files = [];
            foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                if (files.Exists(file => string.Equals(file.Path, entry.FullName, StringComparison.Ordinal)))
                    throw new BundleFault(
                        new($"Tệp zip có hai tệp “{entry.FullName}”.", $"The zip file holds \"{entry.FullName}\" twice."));
                var bytes = Unpack(entry, most);
                most -= bytes.Length;
                files.Add(new BundleFile(entry.FullName, bytes));
            }

            return files;
        }
        catch (InvalidDataException fault)
        {
            throw new BundleFault(new(
                "Tệp zip bị hỏng. Tải lại gói dữ liệu.", "The zip file is damaged. Download the bundle again."), fault);
        }
    }

    private static byte[] Packed(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostPacked)
                throw new BundleFault(
                    new("Tệp lớn hơn 32 MiB; gói công bố không lớn như vậy.", "The file is larger than 32 MiB; no bundle is."));
        }

        return bytes.ToArray();
    }

    private static void RefuseTooMuch(IReadOnlyCollection<ZipArchiveEntry> entries, long most)
    {
        if (entries.Count > MostFiles)
            throw new BundleFault(new(
                $"Tệp zip có {entries.Count} tệp; gói công bố có nhiều nhất {MostFiles}.",
                $"The zip file holds {entries.Count} files; a bundle holds at most {MostFiles}."));
        if (entries.FirstOrDefault(entry => entry.FullName.EndsWith('/') && entry.Length > 0) is { } folder)
            throw new BundleFault(new(
                $"Thư mục “{folder.FullName}” trong tệp zip có nội dung ẩn.",
                $"The folder \"{folder.FullName}\" of the zip file has hidden content."));
        if (entries.Any(entry => entry.Length > most) || entries.Sum(entry => entry.Length) > most)
            throw TooLarge();
    }

    private static BundleFault TooLarge() => new(new(
        "Giải nén ra quá lớn so với một gói công bố.", "Unpacked, the file would be larger than any bundle."));

    // The size that an entry claims is not believed.
    private static byte[] Unpack(ZipArchiveEntry entry, long left)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            if (bytes.Length + read > left)
                throw TooLarge();
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
