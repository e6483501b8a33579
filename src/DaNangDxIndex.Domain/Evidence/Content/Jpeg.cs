using System.Buffers.Binary;

namespace DaNangDxIndex.Evidence.Content;

internal static class Jpeg
{
    private const int MostSegments = 10_000;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    /// <summary>Segment follows segment until the one that begins a frame and says its size.</summary>
    public static FileType Require(Stream file)
    {
        file.Position = 2;
        Span<byte> segment = stackalloc byte[4];
        Span<byte> frame = stackalloc byte[5];
        for (var count = 0; count < MostSegments; count++)
        {
            file.ReadExactly(segment);
            var (marker, length) = (segment[1], BinaryPrimitives.ReadUInt16BigEndian(segment[2..]));
            if (segment[0] != 0xFF || marker is 0xD9 or 0xDA || length < 2)
                throw FileRefusal.Damaged;
            if (BeginsFrame(marker))
            {
                file.ReadExactly(frame);
                PictureSize.Require(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
                return FileType.Jpeg;
            }
            file.Position += length - 2;
        }
        throw FileRefusal.Damaged;
    }

    /// <summary>SOF0 to SOF15 without the three that define tables.</summary>
    private static bool BeginsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
