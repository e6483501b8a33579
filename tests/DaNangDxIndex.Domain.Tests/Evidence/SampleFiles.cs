using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DaNangDxIndex.Evidence;

/// <summary>Small files that are really of their kind, and what can be wrong with them.</summary>
internal static class SampleFiles
{
    public static readonly byte[] Pdf = PdfWith("<< /Type /Catalog >>");

    public static byte[] PdfWith(string body, string trailer = "<< /Root 1 0 R >>") => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n1 0 obj\n{body}\nendobj\ntrailer\n{trailer}\nstartxref\n0\n%%EOF\n");

    public static byte[] Png(int width = 2, int height = 2)
    {
        var size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", size), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];
    }

    public static byte[] Jpeg(ushort width = 2, ushort height = 2)
    {
        byte[] frame = [8, 0, 0, 0, 0, 1, 1, 0x11, 0];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(3), width);
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0x4A, 0x46, 0xFF, 0xC0, 0, 11, .. frame, 0xFF, 0xD9];
    }

    public static byte[] Webp(string form, int width, int height)
    {
        byte[] content = form switch
        {
            "VP8X" => [0, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)],
            "VP8L" => [0x2F, .. BitConverter.GetBytes((uint)(width - 1) | ((uint)(height - 1) << 14)), 0, 0, 0, 0, 0],
            _ => [0, 0, 0, 0x9D, 0x01, 0x2A, .. BitConverter.GetBytes((ushort)width), .. BitConverter.GetBytes((ushort)height)],
        };
        return
        [
            .. "RIFF"u8, .. BitConverter.GetBytes(12 + content.Length), .. "WEBP"u8, .. Encoding.ASCII.GetBytes(form),
            .. BitConverter.GetBytes(content.Length), .. content,
        ];
    }

    /// <param name="main">The kind of the main part, as its list of contents says it.</param>
    /// <param name="more">Further parts: name and content.</param>
    public static byte[] Office(string main, params (string Name, byte[] Content)[] more)
    {
        var contents = $"<Types><Override PartName='/main.xml' ContentType='application/{main}'/></Types>";
        return Zip([("[Content_Types].xml", Encoding.UTF8.GetBytes(contents)), ("main.xml", "<a/>"u8.ToArray()), .. more]);
    }

    public static byte[] Docx(params (string Name, byte[] Content)[] more) =>
        Office("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", more);

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        return file.ToArray();
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
    }

    private static byte[] Three(int number) => [(byte)(number & 0xFF), (byte)((number >> 8) & 0xFF), (byte)((number >> 16) & 0xFF)];
}
