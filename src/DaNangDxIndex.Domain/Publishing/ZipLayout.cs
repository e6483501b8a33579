using System.Buffers.Binary;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The bytes of a zip file from end to end: its members, one after another, then the directory, then the end record, and nothing between,
/// before or
/// behind. What a reader of zip files would pass over is refused, so that two programs cannot find two bundles in one file.
/// </summary>
internal static class ZipLayout
{
    private const uint Member = 0x04034b50;
    private const uint DirectoryLine = 0x02014b50;
    private const uint EndRecord = 0x06054b50;
    private const int EndLength = 22;
    private const int MemberHead = 30;
    private const int DirectoryHead = 46;

    // Sizes that a writer puts behind a member it could not seek in: at most a signature and three 64-bit numbers.
    private const int MostBehindMember = 24;

    /// <exception cref="BundleFault">The bytes are laid out in another way.</exception>
    public static void Check(ReadOnlySpan<byte> zip)
    {
        if (zip.Length < EndLength || Word(zip, zip.Length - EndLength) != EndRecord)
            throw Broken();
        var end = zip[^EndLength..];
        var (directory, size) = (Word(end, 16), Word(end, 12));
        if ((long)directory + size != zip.Length - EndLength || Half(end, 8) != Half(end, 10) || Half(end, 20) != 0)
            throw Hidden();
        var members = Members(zip, (int)directory, Half(end, 10));
        members.Sort();
        var next = 0L;
        foreach (var (from, to) in members)
        {
            if (from < next || from - next > (next == 0 ? 0 : MostBehindMember))
                throw Hidden();
            next = to;
        }

        if (next > directory || directory - next > MostBehindMember)
            throw Hidden();
    }

    private static List<(long From, long To)> Members(ReadOnlySpan<byte> zip, int directory, int count)
    {
        var (members, at) = (new List<(long, long)>(count), directory);
        for (var line = 0; line < count; line++)
        {
            if (Word(zip, at) != DirectoryLine)
                throw Broken();
            var (packed, from) = (Word(zip, at + 20), (int)Math.Min(Word(zip, at + 42), int.MaxValue));
            if (Word(zip, from) != Member)
                throw Broken();
            members.Add((from, (long)from + MemberHead + Half(zip, from + 26) + Half(zip, from + 28) + packed));
            at += DirectoryHead + Half(zip, at + 28) + Half(zip, at + 30) + Half(zip, at + 32);
        }

        return at == zip.Length - EndLength ? members : throw Hidden();
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) =>
        at <= bytes.Length - 4 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : throw Broken();

    private static ushort Half(ReadOnlySpan<byte> bytes, int at) =>
        at <= bytes.Length - 2 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : throw Broken();

    private static BundleFault Broken() => new(new(
        "Đây không phải tệp zip nguyên vẹn. Tải lại gói dữ liệu.", "This is not a whole zip file. Download the bundle again."));

    private static BundleFault Hidden() => new(new(
        "Tệp zip chứa dữ liệu nằm ngoài các tệp thành phần. Gói đã công bố không như vậy; tải lại gói dữ liệu.",
        "The zip file holds bytes that belong to none of its files. A published bundle has none; download it again."));
}
