using System.Buffers.Binary;
using System.IO.Compression;

namespace DaNangDxIndex.Demo;

/// <summary>A picture that is plainly a sample: a striped window, as a PNG of its smallest kind.</summary>
internal static class DemoPicture
{
    private const int Width = 640;
    private const int Height = 360;
    private const int Bar = 40;
    private const int Stripe = 24;

    public static byte[] Write()
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Height);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Pixels());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Pixels()
    {
        using var packed = new MemoryStream();
        using (var lines = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var line = new byte[1 + Width];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                    line[1 + x] = y < Bar ? (byte)70 : (x + y) / Stripe % 2 == 0 ? (byte)225 : (byte)250;
                lines.Write(line);
            }
        }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] named = [.. name, .. content];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        file.Write(number);
    }

    /// <summary>CRC-32, as PNG wants it after each chunk.</summary>
    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        foreach (var value in content)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }
        return ~sum;
    }
}
