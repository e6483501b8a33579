using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace DaNangDxIndex.Typesetting;

/// <summary>
/// The numbered objects of a PDF 1.7. Small ones stand together in one compressed stream, with a compressed cross-reference (ISO 32000-1,
/// 7.5.7 and 7.5.8): a structure tree has thousands, and this takes half off the file.
/// </summary>
internal sealed class PdfFile
{
    private readonly PdfSyntax _file = new();
    private readonly List<(Place Kind, int At, int Index)> _places = [(Place.Free, 0, ushort.MaxValue)];
    private readonly PdfSyntax _pack = new();
    private readonly PdfSyntax _index = new();
    private int _packed;

    public PdfFile() => _file.Add("%PDF-1.7\n%\u00b5\u00ed\u00ae\u00fb\n"u8);

    private enum Place : byte { Free, InFile, InPack }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(default);
        return _places.Count - 1;
    }

    /// <summary>Begins a small object: what is written to the answer until the next one begins is its text.</summary>
    public PdfSyntax Begin(int number)
    {
        _pack.Add("\n"u8);
        _index.Add(number).Add(_pack.Length);
        _places[number] = (Place.InPack, 0, _packed++);
        return _pack;
    }

    /// <summary>A stream; its dictionary holds the entries and its length.</summary>
    public int Stream(string entries, ReadOnlySpan<byte> data)
    {
        using var deflated = new MemoryStream(data.Length / 2);
        using (var deflating = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            deflating.Write(data);
        return PlainStream($"{entries} /Filter /FlateDecode", deflated.GetBuffer().AsSpan(0, (int)deflated.Length));
    }

    /// <summary>A stream that stands in the file as it is, so that programs find it that know nothing of PDF.</summary>
    public int PlainStream(string entries, ReadOnlySpan<byte> data)
    {
        var number = Reserve();
        _places[number] = (Place.InFile, _file.Length, 0);
        _file.Add(number).Add("0 obj\n<< "u8).Add(entries).Add(" /Length "u8).Add(data.Length).Add(">>\nstream\n"u8)
            .Add(data).Add("\nendstream\nendobj\n"u8);
        return number;
    }

    /// <param name="root">Number of the catalog.</param>
    /// <param name="info">Number of the information dictionary.</param>
    public byte[] Finish(int root, int info)
    {
        var first = _index.Length;
        var pack = Stream($"/Type /ObjStm /N {_packed} /First {first}", _index.Add(_pack.Bytes).Bytes);
        for (var i = 0; i < _places.Count; i++)
            if (_places[i].Kind == Place.InPack)
                _places[i] = _places[i] with { At = pack };
        var start = _file.Length;
        // The cross-reference counts itself: it is the object that is written next.
        _places.Add((Place.InFile, start, 0));
        var rows = Rows();
        _places.RemoveAt(_places.Count - 1);
        var id = Convert.ToHexString(SHA256.HashData(_file.Bytes).AsSpan(0, 16));
        Stream($"/Type /XRef /Size {_places.Count + 1} /W [1 4 2] /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>]", rows);
        return _file.Add("startxref\n"u8).Add(start).Add("\n%%EOF\n"u8).Bytes.ToArray();
    }

    private byte[] Rows()
    {
        const int width = 7;
        var rows = new byte[_places.Count * width];
        for (var i = 0; i < _places.Count; i++)
        {
            rows[i * width] = (byte)_places[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(rows.AsSpan(i * width + 1), _places[i].At);
            BinaryPrimitives.WriteUInt16BigEndian(rows.AsSpan(i * width + 5), (ushort)_places[i].Index);
        }
        return rows;
    }
}
