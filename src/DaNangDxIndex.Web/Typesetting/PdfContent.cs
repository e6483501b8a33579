namespace DaNangDxIndex.Typesetting;

/// <summary>What is drawn on one page, as operators (ISO 32000-1, 8 and 9). Lengths in points, origin at the top left.</summary>
internal sealed class PdfContent(double height)
{
    private readonly PdfSyntax _drawn = new();
    private (int Font, double Size) _set;
    private Ink? _ink;
    private Ink? _pen;
    private double _thickness = -1;

    public ReadOnlySpan<byte> Bytes => _drawn.Bytes;

    /// <param name="place">What the text is of, for whoever checks the file; null for all that is not checked.</param>
    public void BeginMark(string structureType, int mark, string? place)
    {
        _drawn.Add("/"u8).Add(structureType).Add(" << /MCID "u8).Add(mark);
        if (place is not null)
            _drawn.Add("/Dx "u8).Text(place);
        _drawn.Add(">> BDC\n"u8);
    }

    public void BeginArtifact() => _drawn.Add("/Artifact BMC\n"u8);

    public void EndMark() => _drawn.Add("EMC\n"u8);

    /// <param name="follows">Text of the same element stands before: a space parts the two for whoever reads aloud or copies.</param>
    public void Text(LaidText laid, PdfFont font, double x, double y, bool follows)
    {
        SetInk(laid.Style.Ink ?? Ink.Black);
        _drawn.Add("BT\n"u8);
        if (_set != (laid.Typeface.Index, laid.Style.Size))
        {
            _drawn.Add("/F"u8).Add(laid.Typeface.Index).Add(laid.Style.Size).Add("Tf\n"u8);
            _set = (laid.Typeface.Index, laid.Style.Size);
        }
        var (lastX, lastY) = (0.0, 0.0);
        foreach (var (number, line) in laid.Lines.Index())
        {
            var (atX, atY) = (Math.Round(x + laid.Indent(line), 3), Math.Round(height - y - laid.Baseline - number * laid.Advance, 3));
            _drawn.Add(atX - lastX).Add(atY - lastY).Add("Td ["u8);
            (lastX, lastY) = (atX, atY);
            Line(line, laid.Typeface, font, follows && number == 0);
            _drawn.Add("]TJ\n"u8);
        }
        _drawn.Add("ET\n"u8);
    }

    public void Line(double fromX, double fromY, double toX, double toY, double thickness, Ink ink)
    {
        SetPen(ink, thickness);
        _drawn.Add(fromX).Add(height - fromY).Add("m "u8).Add(toX).Add(height - toY).Add("l S\n"u8);
    }

    public void Frame(double x, double y, double width, double tall, double thickness, Ink ink)
    {
        SetPen(ink, thickness);
        Box(x, y, width, tall);
        _drawn.Add("S\n"u8);
    }

    public void Fill(Ink ink, IEnumerable<(double X, double Y, double Width, double Height)> boxes)
    {
        SetInk(ink);
        foreach (var box in boxes)
            Box(box.X, box.Y, box.Width, box.Height);
        _drawn.Add("f\n"u8);
    }

    private void Line(TextLine line, Typeface typeface, PdfFont font, bool follows)
    {
        var (scale, space) = (1000.0 / typeface.UnitsPerEm, typeface.Shape(" "));
        _drawn.Add("<"u8);
        // The space that parts from earlier text takes no room: it is set back again.
        if (follows)
            _drawn.Hex(font[space.Glyphs[0]]).Add("> "u8).Add(space.Width * scale).Add("<"u8);
        for (var word = 0; word < line.Words.Count; word++)
        {
            foreach (var glyph in line.Words[word].Glyphs)
            {
                _drawn.Hex(font[glyph]);
                if (glyph.Kern != 0)
                    _drawn.Add("> "u8).Add(-glyph.Kern * scale).Add("<"u8);
            }
            if (word < line.Words.Count - 1 || line.GoesOn)
                _drawn.Hex(font[space.Glyphs[0]]);
        }
        _drawn.Add(">"u8);
    }

    private void Box(double x, double y, double width, double tall) =>
        _drawn.Add(x).Add(height - y - tall).Add(width).Add(tall).Add("re\n"u8);

    private void SetInk(Ink ink)
    {
        if (ink == _ink)
            return;
        _ink = ink;
        Colour(ink, "g\n"u8, "rg\n"u8);
    }

    private void SetPen(Ink ink, double thickness)
    {
        if (ink != _pen)
            Colour(ink, "G\n"u8, "RG\n"u8);
        if (!thickness.Equals(_thickness))
            _drawn.Add(thickness).Add("w\n"u8);
        (_pen, _thickness) = (ink, thickness);
    }

    private void Colour(Ink ink, ReadOnlySpan<byte> grey, ReadOnlySpan<byte> colour)
    {
        _drawn.Add(ink.Red);
        if (ink.IsGrey)
            _drawn.Add(grey);
        else
            _drawn.Add(ink.Green).Add(ink.Blue).Add(colour);
    }
}
