namespace DaNangDxIndex.Typesetting;

/// <summary>
/// One cut in one document: its glyphs are numbered in the order in which they are first drawn, and only they are embedded.
/// </summary>
internal sealed class PdfFont(Typeface typeface, int number)
{
    private readonly ushort[] _numbers = new ushort[typeface.Glyphs];
    private readonly List<Glyph> _used = [new Glyph(0, 0, "")];

    public int Number => number;

    /// <summary>Number of the glyph in the embedded font.</summary>
    public int this[Glyph glyph]
    {
        get
        {
            if (_numbers[glyph.Number] == 0 && glyph.Number != 0)
            {
                _numbers[glyph.Number] = (ushort)_used.Count;
                _used.Add(glyph);
            }
            return _numbers[glyph.Number];
        }
    }

    public void Write(PdfFile file)
    {
        var name = $"{Tag()}+{typeface.Name}";
        var program = typeface.Subset.Cut([.. _used.Select(glyph => glyph.Number)]);
        var (data, characters) = (file.Stream($"/Length1 {program.Length}", program), file.Stream("", Characters().Bytes));
        var (descriptor, descendant) = (file.Reserve(), file.Reserve());
        WriteDescriptor(file.Begin(descriptor), name, data);
        var font = file.Begin(descendant).Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /"u8).Add(name)
            .Add(" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW 0 /W [0 ["u8);
        foreach (var glyph in _used)
            font.Add(Em(typeface.Advance(glyph.Number)));
        font.Add("]] /FontDescriptor "u8).Reference(descriptor).Add(">>"u8);
        file.Begin(number).Add("<< /Type /Font /Subtype /Type0 /BaseFont /"u8).Add(name).Add(" /Encoding /Identity-H /DescendantFonts ["u8)
            .Reference(descendant).Add("] /ToUnicode "u8).Reference(characters).Add(">>"u8);
    }

    private void WriteDescriptor(PdfSyntax text, string name, int data)
    {
        var italic = typeface.Name.Contains("Italic", StringComparison.Ordinal);
        text.Add("<< /Type /FontDescriptor /FontName /"u8).Add(name).Add(" /Flags "u8).Add(italic ? 68 : 4).Add("/ItalicAngle "u8)
            .Add(italic ? -16 : 0)
            .Add("/FontBBox [-500 -300 1500 1000] /CapHeight 662 /StemV "u8)
            .Add(typeface.Name.Contains("Bold", StringComparison.Ordinal) ? 140 : 80)
            .Add("/Ascent "u8).Add(Em(typeface.Ascent)).Add("/Descent "u8).Add(-Em(typeface.Descent)).Add("/FontFile2 "u8).Reference(data)
            .Add(">>"u8);
    }

    /// <summary>What each glyph stands for, so that text can be searched, copied and read aloud.</summary>
    private PdfSyntax Characters()
    {
        var text = new PdfSyntax().Add("/CIDInit /ProcSet findresource begin 12 dict begin begincmap "u8)
            .Add("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def "u8)
            .Add("/CMapType 2 def\n"u8)
            .Add("1 begincodespacerange <0000> <FFFF> endcodespacerange\n"u8);
        // One table holds at most a hundred.
        foreach (var (part, glyphs) in _used.Skip(1).Chunk(100).Index())
        {
            text.Add(glyphs.Length).Add("beginbfchar\n"u8);
            for (var i = 0; i < glyphs.Length; i++)
            {
                text.Add("<"u8).Hex(part * 100 + i + 1).Add("> <"u8);
                foreach (var unit in glyphs[i].Text)
                    text.Hex(unit == '\u00a0' ? ' ' : unit);
                text.Add(">\n"u8);
            }
            text.Add("endbfchar\n"u8);
        }
        return text.Add("endcmap CMapName currentdict /CMap defineresource pop end end"u8);
    }

    /// <summary>Six capitals that follow from the glyphs: the same document has the same tag.</summary>
    private string Tag()
    {
        var hash = 14695981039346656037UL;
        foreach (var glyph in _used)
            hash = unchecked((hash ^ glyph.Number) * 1099511628211UL);
        return string.Create(6, hash, static (tag, left) =>
        {
            for (var i = 0; i < tag.Length; i++, left /= 26)
                tag[i] = (char)('A' + left % 26);
        });
    }

    private double Em(int units) => units * 1000.0 / typeface.UnitsPerEm;
}
