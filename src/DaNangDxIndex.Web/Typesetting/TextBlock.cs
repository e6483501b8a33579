namespace DaNangDxIndex.Typesetting;

/// <summary>A paragraph shaped and broken to a width, ready to be measured and drawn.</summary>
internal sealed class TextBlock : IDisposable
{
    private const int BoldWeight = 700;
    private const int ItalicStyle = 2;
    private const int BreakWordsOnlyIfTooLong = 2;
    private readonly PangoLayout _layout;

    public TextBlock(PangoContext context, string text, TextStyle style, double width)
    {
        (Text, Style) = (text, style);
        _layout = Pango.Layout(context);
        using var font = FontOf(style);
        Pango.SetFont(_layout, font);
        Pango.SetWidth(_layout, Units(width));
        Pango.SetWrap(_layout, BreakWordsOnlyIfTooLong);
        Pango.SetAlignment(_layout, (int)style.Align);
        Pango.SetSpacing(_layout, Units(style.Leading));
        Pango.SetText(_layout, text, -1);
        Pango.Size(_layout, out var lineWidth, out var height);
        Width = Points(lineWidth);
        Height = Points(height);
        Baseline = Points(Pango.Baseline(_layout));
    }

    public string Text { get; }

    public TextStyle Style { get; }

    public int Lines => Pango.LineCount(_layout);

    /// <summary>The width of the longest line.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <summary>From the top of the block to the baseline of its first line.</summary>
    public double Baseline { get; }

    public void Show(CairoContext cairo) => Pango.Show(cairo, _layout);

    public void Dispose() => _layout.Dispose();

    private static PangoFont FontOf(TextStyle style)
    {
        var font = Pango.Font();
        Pango.SetFamily(font, "Tinos");
        Pango.SetSize(font, style.Size * Pango.Scale);
        if (style.Bold)
            Pango.SetWeight(font, BoldWeight);
        if (style.Italic)
            Pango.SetStyle(font, ItalicStyle);
        return font;
    }

    private static int Units(double points) => (int)Math.Round(points * Pango.Scale);

    private static double Points(int units) => (double)units / Pango.Scale;
}
