using System.IO.Compression;
using System.Text;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>An uploaded file, found to be an .xlsx package of bounded size before anything in it is read.</summary>
internal static class BoundedPackage
{
    private const int MiB = 1024 * 1024;
    private static readonly PackageBounds Bounds = new(MostParts: 1_000, LargestUnpacked: 50 * MiB);
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
            if (!Bounds.Hold(archive))
                throw SpreadsheetRefusal.Bomb;
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
        if (archive.Entries.Count > Bounds.MostParts)
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
}
