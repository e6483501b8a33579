using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace DaNangDxIndex.Evidence.Content;

/// <summary>
/// An Office document: a zip package whose list of contents says which of the three it is, of bounded size when unpacked.
/// </summary>
internal static class OfficePackage
{
    private const int MostParts = 5_000;
    private const long LargestUnpacked = 200 * FolderRules.MiB;
    private const int LargestContents = (int)FolderRules.MiB;

    /// <summary>How many times larger than packed a part of more than a MiB may be.</summary>
    private const int MostTimes = 200;

    private static readonly (string Content, FileType Type)[] Kinds =
    [
        ("wordprocessingml.document.main+xml", FileType.Docx),
        ("spreadsheetml.sheet.main+xml", FileType.Xlsx),
        ("presentationml.presentation.main+xml", FileType.Pptx),
    ];

    public static FileType Require(Stream file)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostParts || archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            throw FileRefusal.Bursts;
        if (archive.GetEntry("[Content_Types].xml") is not { } contents)
            throw FileRefusal.WrongType;
        RequirePassive(archive);
        RequireBounds(archive);
        var text = Read(contents);
        if (text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            throw FileRefusal.Macros;
        return Kinds.Where(kind => text.Contains(kind.Content, StringComparison.Ordinal)).Select(kind => (FileType?)kind.Type)
            .FirstOrDefault()
            ?? throw FileRefusal.WrongType;
    }

    private static void RequirePassive(ZipArchive archive)
    {
        if (archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)))
        {
            throw FileRefusal.Macros;
        }
    }

    /// <summary>Counts what really comes out, whatever the package says of itself.</summary>
    private static void RequireBounds(ZipArchive archive)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var all = 0L;
            foreach (var entry in archive.Entries)
            {
                if (entry.IsEncrypted)
                    throw FileRefusal.Encrypted;
                using var part = entry.Open();
                var (unpacked, most) = (0L, Math.Max(FolderRules.MiB, entry.CompressedLength * MostTimes));
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    (unpacked, all) = (unpacked + read, all + read);
                    if (all > LargestUnpacked || unpacked > most)
                        throw FileRefusal.Bursts;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Read(ZipArchiveEntry contents)
    {
        using var part = contents.Open();
        var text = new byte[LargestContents];
        var length = part.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(text.AsSpan(0, length));
    }
}
