using System.Buffers.Binary;

namespace DaNangDxIndex.Evidence.Content;

internal static class Png
{
    private const int MostChunks = 100_000;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Its size stands first; then chunk follows chunk until the one that ends it.</summary>
    public static FileType Require(Stream file)
    {
        file.Position = Signature.Length;
        Span<byte> chunk = stackalloc byte[8];
        Span<byte> size = stackalloc byte[8];
        for (var count = 0; count < MostChunks; count++)
        {
            file.ReadExactly(chunk);
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var next = file.Position + length + 4;
            if (next > file.Length || (count == 0) != chunk[4..].SequenceEqual("IHDR"u8))
                throw FileRefusal.Damaged;
            if (count == 0)
            {
                file.ReadExactly(size);
                PictureSize.Require(BinaryPrimitives.ReadUInt32BigEndian(size), BinaryPrimitives.ReadUInt32BigEndian(size[4..]));
            }
            if (chunk[4..].SequenceEqual("IEND"u8))
                return FileType.Png;
            file.Position = next;
        }
        throw FileRefusal.Damaged;
    }
}
