using System.Globalization;
using System.Text;

namespace DaNangDxIndex.Typesetting;

/// <summary>The numbered objects of a PDF as Cairo writes it: a classic cross-reference table and no object streams. Bytes are held as Latin-1 text.</summary>
internal sealed class PdfObjects
{
    private readonly SortedDictionary<int, string> _bodies = [];

    private PdfObjects(int root, int info)
    {
        Root = root;
        Info = info;
    }

    public int Root { get; }

    public int Info { get; }

    public IReadOnlyList<int> Numbers => [.. _bodies.Keys];

    public int Last => _bodies.Keys.Last();

    public string this[int number]
    {
        get => _bodies[number];
        set => _bodies[number] = value;
    }

    public int Add(string body)
    {
        _bodies.Add(Last + 1, body);
        return Last;
    }

    public static PdfObjects Read(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var table = text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1;
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        if (table == 0 || trailer < table)
            throw new InvalidDataException("Cairo wrote a PDF without a cross-reference table: another version of Cairo than 1.16 to 1.18?");
        var objects = new PdfObjects(Reference(text, "/Root ", trailer), Reference(text, "/Info ", trailer));
        // Two header lines, then one line to each object from number 0, which is always free.
        var lines = text[table..trailer].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(3);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line[17] == 'n')
                objects._bodies.Add(number, Body(text, int.Parse(line.AsSpan(0, 10), CultureInfo.InvariantCulture)));
        }
        return objects;
    }

    private static string Body(string text, int offset)
    {
        var start = text.IndexOf(" obj\n", offset, StringComparison.Ordinal) + " obj\n".Length;
        return text[start..EndOf(text, start)].TrimEnd('\n');
    }

    /// <summary>A stream may hold the word "endobj" by chance, so the end is looked for behind the stream.</summary>
    private static int EndOf(string text, int start)
    {
        var end = text.IndexOf("endobj", start, StringComparison.Ordinal);
        var stream = text.IndexOf("stream\n", start, StringComparison.Ordinal);
        return stream < 0 || stream > end
            ? end
            : text.IndexOf("endobj", text.IndexOf("\nendstream\n", stream, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static int Reference(string text, string key, int from)
    {
        var start = text.IndexOf(key, from, StringComparison.Ordinal) + key.Length;
        return int.Parse(text.AsSpan(start, text.IndexOf(' ', start) - start), CultureInfo.InvariantCulture);
    }
}
