using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>An uploaded file, found to be an .xlsx package of bounded size before anything in it is read.</summary>
internal static class BoundedPackage
{
    private const int MiB = 1024 * 1024;
    private const int LargestUnpacked = 50 * MiB;
    private const int MostParts = 1_000;

    /// <summary>How many times larger than packed a part of more than a MiB may be; real sheets stay below a quarter of it.</summary>
    private const int MostTimes = 200;

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <exception cref="RuleViolation">Those of <see cref="SpreadsheetRefusal"/></exception>
    public static ZipArchive Open(byte[] file)
    {
        RequireZip(file);
        try
        {
            var archive = new ZipArchive(new MemoryStream(file, writable: false));
            RequireWorkbook(archive);
            RequireBounds(archive);
            return archive;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw SpreadsheetRefusal.Damaged;
        }
    }

    private static void RequireZip(byte[] file)
    {
        var content = file.AsSpan();
        if (content.IsEmpty)
            throw SpreadsheetRefusal.Empty;
        if (content.Length > TypedWorkbook.LargestFile)
            throw SpreadsheetRefusal.TooLarge;
        if (content.StartsWith(OldOffice))
            throw content.IndexOf(EncryptedPackage) >= 0 ? SpreadsheetRefusal.Encrypted : SpreadsheetRefusal.OldExcel;
        if (!content.StartsWith("PK"u8))
            throw IsText(content) ? SpreadsheetRefusal.PlainText : SpreadsheetRefusal.NotASpreadsheet;
    }

    /// <summary>Texts in older encodings too; a PDF calls itself one.</summary>
    private static bool IsText(ReadOnlySpan<byte> content) => !content.Contains((byte)0) && !content.StartsWith("%PDF"u8);

    private static void RequireWorkbook(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts)
            throw SpreadsheetRefusal.Bomb;
        var parts = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (parts.Contains("mimetype"))
            throw SpreadsheetRefusal.OpenDocument;
        if (parts.Any(part => part.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
            throw SpreadsheetRefusal.Binary;
        if (parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw SpreadsheetRefusal.Macros;
        if (!parts.Contains("_rels/.rels") || !parts.Any(part => part.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)))
            throw SpreadsheetRefusal.NotASpreadsheet;
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
                using var part = entry.Open();
                var (unpacked, most) = (0L, Math.Max(MiB, entry.CompressedLength * MostTimes));
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    (unpacked, all) = (unpacked + read, all + read);
                    if (all > LargestUnpacked || unpacked > most)
                        throw SpreadsheetRefusal.Bomb;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
