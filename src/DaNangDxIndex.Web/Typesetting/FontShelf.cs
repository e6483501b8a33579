namespace DaNangDxIndex.Typesetting;

/// <summary>The cuts of one family that a document has used so far.</summary>
internal sealed class FontShelf(string family) : IDisposable
{
    private const int BoldWeight = 700;
    private const int ItalicStyle = 2;
    private readonly Dictionary<(double Size, bool Bold, bool Italic), PangoFont> _fonts = [];

    public PangoFont this[TextStyle style]
    {
        get
        {
            var cut = (style.Size, style.Bold, style.Italic);
            if (!_fonts.TryGetValue(cut, out var font))
                _fonts.Add(cut, font = Make(style));
            return font;
        }
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
            font.Dispose();
    }

    private PangoFont Make(TextStyle style)
    {
        var font = Pango.Font();
        Pango.SetFamily(font, family);
        Pango.SetSize(font, style.Size * Pango.Scale);
        if (style.Bold)
            Pango.SetWeight(font, BoldWeight);
        if (style.Italic)
            Pango.SetStyle(font, ItalicStyle);
        return font;
    }
}
