using System.IO.Compression;

namespace DaNangDxIndex.Publishing;

/// <summary>A bundle as one zip file. Every entry bears the same fixed time, so that equal files give equal bytes.</summary>
public static class BundleZip
{
    private const int MostFiles = 200;
    private const long MostBytes = 1L << 30;

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

    /// <summary>The files of a zip that a stranger made; folders are passed over.</summary>
    /// <exception cref="FormatException">Not a zip, a path twice, more than 200 files, or more than 1 GiB unpacked, counted while unpacking.</exception>
    public static IReadOnlyList<BundleFile> Read(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostFiles)
                throw new FormatException($"The zip holds {zip.Entries.Count} files; a bundle holds at most {MostFiles}.");
            List<BundleFile> files = [];
            var left = MostBytes;
            foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                if (files.Exists(file => string.Equals(file.Path, entry.FullName, StringComparison.Ordinal)))
                    throw new FormatException($"The zip holds {entry.FullName} twice.");
                var bytes = Unpack(entry, left);
                left -= bytes.Length;
                files.Add(new BundleFile(entry.FullName, bytes));
            }

            return files;
        }
        catch (InvalidDataException fault)
        {
            throw new FormatException($"This is not a whole zip file: {fault.Message}", fault);
        }
    }

    // The size that an entry claims is not believed.
    private static byte[] Unpack(ZipArchiveEntry entry, long left)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        for (var read = content.Read(block); read > 0; read = content.Read(block))
        {
            if (bytes.Length + read > left)
                throw new FormatException("Unpacked, the zip would be larger than 1 GiB.");
            bytes.Write(block, 0, read);
        }

        return bytes.ToArray();
    }
}
