using System.Globalization;
using System.Text;

namespace DaNangDxIndex.Typesetting;

/// <summary>One numbered object: its text, and the bytes of its stream where it has one.</summary>
internal sealed record PdfObject(string Text, ReadOnlyMemory<byte>? Stream = null)
{
    public bool IsA(string type)
    {
        var start = $"<< /Type /{type}";
        return Text.StartsWith(start, StringComparison.Ordinal) && !char.IsAsciiLetter(Text[start.Length]);
    }

    /// <summary>The same dictionary with further entries at its end.</summary>
    public PdfObject With(string entries) =>
        entries.Length == 0 ? this : this with { Text = $"{Text[..Text.LastIndexOf(">>", StringComparison.Ordinal)]}   {entries}\n>>" };
}

/// <summary>The numbered objects of a PDF as Cairo writes it: a classic cross-reference table and no object streams.</summary>
internal sealed class PdfObjects
{
    private readonly SortedDictionary<int, PdfObject> _objects = [];

    private PdfObjects(int root, int info) => (Root, Info) = (root, info);

    public int Root { get; }

    public int Info { get; }

    public IReadOnlyList<int> Numbers => [.. _objects.Keys];

    public int Last => _objects.Keys.Last();

    public PdfObject this[int number]
    {
        get => _objects[number];
        set => _objects[number] = value;
    }

    public int Add(PdfObject added)
    {
        var number = Last + 1;
        _objects.Add(number, added);
        return number;
    }

    /// <summary>Streams are not copied: they are read from this memory until the new file is written.</summary>
    public static PdfObjects Read(ReadOnlyMemory<byte> file)
    {
        var table = file.Span.LastIndexOf("\nxref\n"u8) + 1;
        if (table == 0)
            throw new InvalidDataException("Cairo wrote a PDF without a cross-reference table: another version of Cairo than 1.16 to 1.18?");
        var end = Encoding.Latin1.GetString(file.Span[table..]);
        var objects = new PdfObjects(Reference(end, "/Root "), Reference(end, "/Info "));
        var offsets = Offsets(end);
        int[] bounds = [.. offsets.Values.Append(table).Order()];
        foreach (var (number, offset) in offsets)
            objects._objects.Add(number, Parse(file[offset..bounds[Array.BinarySearch(bounds, offset) + 1]]));
        return objects;
    }

    /// <summary>Two header lines, then one line to each object from number 0, which is always free.</summary>
    private static SortedDictionary<int, int> Offsets(string end)
    {
        var offsets = new SortedDictionary<int, int>();
        var lines = end[..end.IndexOf("trailer", StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 3; i < lines.Length; i++)
            if (lines[i][17] == 'n')
                offsets.Add(i - 2, int.Parse(lines[i].AsSpan(0, 10), CultureInfo.InvariantCulture));
        return offsets;
    }

    private static PdfObject Parse(ReadOnlyMemory<byte> region)
    {
        var start = region.Span.IndexOf(" obj\n"u8) + " obj\n".Length;
        var stream = region.Span.IndexOf("\nstream\n"u8);
        if (stream < 0)
            return new PdfObject(Encoding.Latin1.GetString(region.Span[start..region.Span.LastIndexOf("endobj"u8)]).TrimEnd('\n'));
        var data = stream + "\nstream\n".Length;
        return new PdfObject(Encoding.Latin1.GetString(region.Span[start..stream]), region[data..region.Span.LastIndexOf("\nendstream"u8)]);
    }

    private static int Reference(string text, string key)
    {
        var start = text.IndexOf(key, StringComparison.Ordinal) + key.Length;
        return int.Parse(text.AsSpan(start, text.IndexOf(' ', start) - start), CultureInfo.InvariantCulture);
    }
}
