using System.Text;

namespace DaNangDxIndex.Evidence.Content;

/// <summary>
/// Judges a file by its content alone, reading no more of it than the judgement takes and keeping next to nothing in memory.
/// </summary>
public static class FileContent
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <param name="file">The whole file, to be read from any place.</param>
    /// <exception cref="RuleViolation">Those of <see cref="FileRefusal"/></exception>
    public static FileType Inspect(Stream file)
    {
        try
        {
            return InspectAsItIs(file);
        }
        catch (Exception broken) when (broken is EndOfStreamException or InvalidDataException or NotSupportedException or OverflowException)
        {
            throw FileRefusal.Damaged;
        }
    }

    private static FileType InspectAsItIs(Stream file)
    {
        file.Position = 0;
        Span<byte> head = stackalloc byte[64];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.IsEmpty)
            throw FileRefusal.Empty;
        if (head.StartsWith(OldOffice))
            throw StreamSearch.Holds(file, EncryptedPackage) ? FileRefusal.Encrypted : FileRefusal.OldOffice;
        if (head.StartsWith(Png.Signature))
            return Png.Require(file);
        if (head.StartsWith(Jpeg.Signature))
            return Jpeg.Require(file);
        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8))
            return Webp.Require(file);
        if (head.StartsWith("PK"u8))
            return OfficePackage.Require(file);
        return Pdf.Begins(head) ? Pdf.Require(file) : throw FileRefusal.WrongType;
    }
}
