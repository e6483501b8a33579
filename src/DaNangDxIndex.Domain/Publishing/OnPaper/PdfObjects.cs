using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>
/// The numbered objects of a PDF as this program writes it (ISO 32000-1, 7.5.7 and 7.5.8), and of no other: whatever is laid out in another
/// way was written by another program, and nothing is guessed about it. Reads a bounded number of bytes in all.
/// </summary>
internal sealed partial class PdfObjects
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int RowLength = 7;
    /// <summary>In the index of a pack: a number and a place, with a space behind each.</summary>
    private const int LongestEntry = 18;
    private readonly byte[] _file;
    private readonly byte[] _rows;
    private readonly string _description;
    private readonly Dictionary<int, string[]> _packs = [];
    private readonly PaperBounds _bounds;

    /// <param name="file">One revision, up to its end mark.</param>
    public PdfObjects(byte[] file, PaperBounds bounds)
    {
        (_file, _bounds) = (file, bounds);
        var end = StartOf().Match(Encoding.Latin1.GetString(file, Math.Max(0, file.Length - 64), Math.Min(64, file.Length)));
        if (!end.Success)
            throw Foreign();
        (_description, _rows) = StreamAt(Number(end.Groups["start"].Value));
    }

    public string Root => Small(Reference(_description, "Root"));

    /// <summary>What stands in a dictionary under this name: the number of an object.</summary>
    public static int Reference(string dictionary, string name)
    {
        var at = dictionary.IndexOf($"/{name} ", StringComparison.Ordinal);
        var number = at + name.Length + 2;
        return at >= 0 && ToObject().Match(dictionary, number) is { Success: true } found && found.Index == number
            ? Number(found.Groups["number"].Value)
            : throw Foreign();
    }

    public static IEnumerable<int> References(string text) =>
        PaperBounds.Found(ToObject(), text).Select(found => Number(found.Groups["number"].Value));

    /// <summary>A dictionary without a stream.</summary>
    public string Small(int number)
    {
        var row = Row(number);
        if (row[0] != 2)
            throw Foreign();
        var pack = BinaryPrimitives.ReadInt32BigEndian(row[1..]);
        if (!_packs.TryGetValue(pack, out var objects))
            _packs[pack] = objects = Objects(pack);
        var index = BinaryPrimitives.ReadUInt16BigEndian(row[5..]);
        if (index >= objects.Length)
            throw Foreign();
        _bounds.TakeBytes(objects[index].Length);
        return objects[index];
    }

    public byte[] Stream(int number)
    {
        var row = Row(number);
        return row[0] == 1 ? StreamAt(BinaryPrimitives.ReadInt32BigEndian(row[1..])).Data : throw Foreign();
    }

    public static PaperFault Foreign(Exception? cause = null) => new(new(
        "Đây không phải tệp PDF nguyên gốc tải từ hệ thống (tệp đã được lưu lại bằng phần mềm khác). "
            + "Tải lại tệp gốc, hoặc đối chiếu bằng mã tra cứu in trên tệp.",
        "This is not a PDF as it was downloaded (another program has saved it anew). "
            + "Download the original, or check the code that is printed on it."), cause);

    private ReadOnlySpan<byte> Row(int number) =>
        number > 0 && (number + 1L) * RowLength <= _rows.Length ? _rows.AsSpan(number * RowLength, RowLength) : throw Foreign();

    private string[] Objects(int pack)
    {
        var row = Row(pack);
        var (dictionary, data) = row[0] == 1 ? StreamAt(BinaryPrimitives.ReadInt32BigEndian(row[1..])) : throw Foreign();
        if (PackOf().Match(dictionary) is not { Success: true } counts)
            throw Foreign();
        var (count, first) = (Number(counts.Groups["count"].Value), Number(counts.Groups["first"].Value));
        if (first > data.Length || count > ushort.MaxValue + 1 || first > LongestEntry * count)
            throw Foreign();
        var index = Encoding.Latin1.GetString(data, 0, first).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (index.Length != 2 * (long)count)
            throw Foreign();
        var starts = Enumerable.Range(0, count).Select(at => (long)first + Number(index[2 * at + 1])).Append(data.Length).ToArray();
        return [.. starts.Zip(starts.Skip(1), (from, to) => from <= to && to <= data.Length
            ? Encoding.Latin1.GetString(data, (int)from, (int)(to - from))
            : throw Foreign())];
    }

    private (string Dictionary, byte[] Data) StreamAt(int offset)
    {
        if (offset < 0 || offset >= _file.Length)
            throw Foreign();
        var head = HeadOf().Match(Encoding.Latin1.GetString(_file, offset, Math.Min(512, _file.Length - offset)));
        if (!head.Success || Number(head.Groups["length"].Value) is var length && offset + head.Length + (long)length > _file.Length)
            throw Foreign();
        var data = _file.AsSpan(offset + head.Length, length);
        var dictionary = head.Groups["dictionary"].Value;
        if (dictionary.Contains("/FlateDecode", StringComparison.Ordinal))
            return (dictionary, Unpacked(data));
        _bounds.TakeBytes(length);
        return (dictionary, data.ToArray());
    }

    private byte[] Unpacked(ReadOnlySpan<byte> data)
    {
        try
        {
            using var packed = new ZLibStream(new MemoryStream(data.ToArray(), writable: false), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 14];
            for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            {
                _bounds.TakeBytes(read);
                bytes.Write(buffer, 0, read);
            }

            return bytes.ToArray();
        }
        catch (InvalidDataException fault)
        {
            throw Foreign(fault);
        }
    }

    public static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Foreign();

    [GeneratedRegex(@"startxref\n(?<start>\d{1,9}) \n%%EOF\n\z", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StartOf();

    [GeneratedRegex(
        @"\A\d{1,7} 0 obj\n<< (?<dictionary>[^\n]{0,400}?) */Length (?<length>\d{1,9}) >>\nstream\n", Options,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadOf();

    [GeneratedRegex(@"/Type /ObjStm /N (?<count>\d{1,7}) /First (?<first>\d{1,9})", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackOf();

    [GeneratedRegex(@"(?<number>\d{1,7}) 0 R", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ToObject();
}
