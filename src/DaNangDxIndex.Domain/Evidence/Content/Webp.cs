using System.Buffers.Binary;

namespace DaNangDxIndex.Evidence.Content;

internal static class Webp
{
    /// <summary>The first chunk says the size, in one of three forms.</summary>
    public static FileType Require(Stream file)
    {
        file.Position = 0;
        Span<byte> head = stackalloc byte[30];
        file.ReadExactly(head);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) + 8L > file.Length)
            throw FileRefusal.Damaged;
        var (width, height) = head[12..16] switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => (1 + Three(head[24..]), 1 + Three(head[27..])),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] when head[20] == 0x2F =>
                Lossless(BinaryPrimitives.ReadUInt32LittleEndian(head[21..])),
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] when head[23] == 0x9D && head[24] == 0x01 && head[25] == 0x2A =>
                (BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF,
                    BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF),
            _ => (0, 0),
        };
        PictureSize.Require(width, height);
        return FileType.Webp;
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static (int Width, int Height) Lossless(uint bits) => (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
}
