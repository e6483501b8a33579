namespace DaNangDxIndex.Typesetting;

/// <summary>A paragraph shaped and broken to a width, ready to be measured and drawn.</summary>
internal sealed class TextBlock : IDisposable
{
    private const int BreakWordsOnlyIfTooLong = 2;
    private readonly PangoLayout _layout;

    public TextBlock(PangoContext context, PangoFont font, string text, TextStyle style, double width)
    {
        (Text, Style) = (text, style);
        _layout = Pango.Layout(context);
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

    private static int Units(double points) => (int)Math.Round(points * Pango.Scale);

    private static double Points(int units) => (double)units / Pango.Scale;
}
