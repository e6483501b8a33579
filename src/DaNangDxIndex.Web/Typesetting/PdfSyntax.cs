using System.Text;

namespace DaNangDxIndex.Typesetting;

/// <summary>PDF syntax (ISO 32000-1, 7.3), written into a growing buffer.</summary>
internal sealed class PdfSyntax
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public PdfSyntax Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <param name="ascii">Syntax or a name; texts for people go through <see cref="Text"/>.</param>
    public PdfSyntax Add(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    /// <summary>A whole number and a space.</summary>
    public PdfSyntax Add(int number)
    {
        var room = Room(12);
        number.TryFormat(room, out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        room[length] = (byte)' ';
        Length += length + 1;
        return this;
    }

    /// <summary>A length and a space: at most three decimals, finer than any printer.</summary>
    public PdfSyntax Add(double number)
    {
        var thousandths = (long)Math.Round(number * 1000);
        var room = Room(24);
        var at = 0;
        if (thousandths < 0)
        {
            room[at++] = (byte)'-';
            thousandths = -thousandths;
        }
        (thousandths / 1000).TryFormat(room[at..], out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        at += length;
        var rest = (int)(thousandths % 1000);
        if (rest > 0)
            room[at++] = (byte)'.';
        for (var unit = 100; rest > 0; rest %= unit, unit /= 10)
            room[at++] = (byte)('0' + rest / unit);
        room[at++] = (byte)' ';
        Length += at;
        return this;
    }

    /// <summary>Two bytes in hexadecimal, as glyphs and UTF-16 are written.</summary>
    public PdfSyntax Hex(int number)
    {
        var room = Room(4);
        for (var i = 0; i < 4; i++)
            room[i] = "0123456789ABCDEF"u8[(number >> (12 - 4 * i)) & 15];
        Length += 4;
        return this;
    }

    public PdfSyntax Reference(int number) => Add(number).Add("0 R "u8);

    /// <summary>UTF-16 in hexadecimal with its byte order mark: the one form of text that needs no escapes.</summary>
    public PdfSyntax Text(string text)
    {
        Add("<FEFF"u8);
        foreach (var unit in text)
            Hex(unit);
        return Add("> "u8);
    }

    private Span<byte> Room(int length)
    {
        if (Length + length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        return _bytes.AsSpan(Length);
    }
}
