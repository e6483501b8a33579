using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Typesetting;

/// <summary>
/// Writes objects as a PDF 1.7 whose small objects stand together in one compressed stream, with a compressed cross-reference (ISO 32000-1,
/// 7.5.7 and 7.5.8). A structure tree has thousands of small objects: this takes half off the file.
/// </summary>
internal static class PdfFile
{
    private const byte InFile = 1;
    private const byte InPack = 2;

    public static byte[] Write(PdfObjects objects)
    {
        using var file = new MemoryStream();
        Append(file, "%PDF-1.7\n%\u00b5\u00ed\u00ae\u00fb\n");
        var places = new (byte Kind, int Place, int Index)[objects.Last + 3];
        foreach (var number in objects.Numbers.Where(number => objects[number].Stream is not null))
            Append(file, number, objects[number], places);

        int[] small = [.. objects.Numbers.Where(number => objects[number].Stream is null)];
        var pack = objects.Last + 1;
        for (var i = 0; i < small.Length; i++)
            places[small[i]] = (InPack, pack, i);
        Append(file, pack, Packed(objects, small), places);

        var fingerprint = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        var (table, start) = (objects.Last + 2, (int)file.Length);
        places[table] = (InFile, start, 0);
        Append(file, table, Stream(
            $"/Type /XRef /Size {places.Length} /W [1 4 2] /Root {objects.Root} 0 R /Info {objects.Info} 0 R /ID [<{fingerprint}> <{fingerprint}>]",
            stream => stream.Write(CrossReference(places))), places);
        Append(file, string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>A compressed stream object.</summary>
    public static PdfObject Stream(string entries, Action<Stream> write)
    {
        var bytes = new MemoryStream();
        using (var deflating = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            write(deflating);
        var data = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return new PdfObject(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Filter /FlateDecode /Length {data.Length} >>"), data);
    }

    private static PdfObject Packed(PdfObjects objects, int[] numbers)
    {
        var index = new StringBuilder();
        var length = 0;
        foreach (var number in numbers)
        {
            index.Append(CultureInfo.InvariantCulture, $"{number} {length} ");
            length += objects[number].Text.Length + 1;
        }
        return Stream($"/Type /ObjStm /N {numbers.Length} /First {index.Length}", stream =>
        {
            Append(stream, index.ToString());
            foreach (var number in numbers)
                Append(stream, objects[number].Text + "\n");
        });
    }

    private static byte[] CrossReference((byte Kind, int Place, int Index)[] places)
    {
        const int width = 7;
        var table = new byte[places.Length * width];
        for (var i = 0; i < places.Length; i++)
        {
            table[i * width] = places[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(i * width + 1), places[i].Place);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(i * width + 5), i == 0 ? ushort.MaxValue : (ushort)places[i].Index);
        }
        return table;
    }

    private static void Append(MemoryStream file, int number, PdfObject written, (byte Kind, int Place, int Index)[] places)
    {
        places[number] = (InFile, (int)file.Length, 0);
        Append(file, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{written.Text}\n"));
        if (written.Stream is { } stream)
        {
            Append(file, "stream\n");
            file.Write(stream.Span);
            Append(file, "\nendstream\n");
        }
        Append(file, "endobj\n");
    }

    private static void Append(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
