using System.Globalization;
using System.Runtime.InteropServices;

namespace DaNangDxIndex.Typesetting;

/// <summary>Pages of one PDF, drawn from the first to the last. Lengths in points, origin at the top left.</summary>
/// <remarks>
/// Everything is drawn inside a structure tag or as an artifact (rules, page numbers, repeated headers), so that a screen reader
/// reads the document and nothing else.
/// </remarks>
internal sealed class PdfCanvas : IDisposable
{
    private const int Pdf14 = 0;
    private readonly Typefaces _typefaces;
    private readonly Typefaces.Press _press;
    private readonly PangoContext _text;
    private readonly FontShelf _fonts = new("Tinos");
    private readonly CairoSurface _surface;
    private readonly CairoContext _cairo;
    private readonly List<PdfElement> _elements = [];
    private readonly List<string> _links = [];

    public PdfCanvas(Typefaces typefaces, string language, double width, double height)
    {
        _typefaces = typefaces;
        _press = typefaces.Rent();
        _surface = new CairoSurface(_press.Bytes, width, height);
        Cairo.RestrictToVersion(_surface, Pdf14);
        _cairo = Cairo.Context(_surface);
        _text = Pango.Context(_press.Fonts);
        Pango.SetLanguage(_text, Pango.Language(language));
        Pango.RoundGlyphPositions(_text, round: false);
        Pango.Update(_cairo, _text);
    }

    public int Page { get; private set; } = 1;

    public void NextPage()
    {
        Cairo.ShowPage(_cairo);
        Page++;
    }

    public TextBlock Lay(string text, TextStyle style, double width) => new(_text, _fonts[style], text, style, width);

    public void Draw(TextBlock block, double x, double y)
    {
        _elements[^1].Add(block);
        SetInk(block.Style.Ink ?? Ink.Black);
        Cairo.MoveTo(_cairo, x, y);
        block.Show(_cairo);
    }

    /// <summary>Lays and draws at once.</summary>
    /// <returns>The height that was taken.</returns>
    public double Write(string text, TextStyle style, double x, double y, double width)
    {
        using var block = Lay(text, style, width);
        Draw(block, x, y);
        return block.Height;
    }

    public void Line(double fromX, double fromY, double toX, double toY, double thickness, Ink? ink = null)
    {
        SetInk(ink ?? Ink.Black);
        Cairo.SetLineWidth(_cairo, thickness);
        Cairo.MoveTo(_cairo, fromX, fromY);
        Cairo.LineTo(_cairo, toX, toY);
        Cairo.Stroke(_cairo);
    }

    public void Frame(double x, double y, double width, double height, double thickness, Ink? ink = null)
    {
        SetInk(ink ?? Ink.Black);
        Cairo.SetLineWidth(_cairo, thickness);
        Cairo.Rectangle(_cairo, x, y, width, height);
        Cairo.Stroke(_cairo);
    }

    public void Fill(Ink ink, IEnumerable<(double X, double Y, double Width, double Height)> boxes)
    {
        SetInk(ink);
        foreach (var box in boxes)
            Cairo.Rectangle(_cairo, box.X, box.Y, box.Width, box.Height);
        Cairo.Fill(_cairo);
    }

    public void Fill(Ink ink, double x, double y, double width, double height) => Fill(ink, [(x, y, width, height)]);

    public void Triangle(Ink ink, (double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        SetInk(ink);
        Cairo.MoveTo(_cairo, a.X, a.Y);
        Cairo.LineTo(_cairo, b.X, b.Y);
        Cairo.LineTo(_cairo, c.X, c.Y);
        Cairo.ClosePath(_cairo);
        Cairo.Fill(_cairo);
    }

    /// <summary>Opens an element of the structure tree (H1, P, Table, TR…); it ends where the result is disposed. Only innermost elements may draw.</summary>
    public Element Tag(string name) => Open(name, "");

    /// <summary>A drawing, with what it shows in words.</summary>
    public Element Figure(string alternative) => Open("Figure", "", alternative);

    public Element Link(Uri address, string description)
    {
        _links.Add(description);
        return Open("Link", $"uri='{address.AbsoluteUri.Replace("'", "%27", StringComparison.Ordinal)}'");
    }

    /// <summary>What is seen but not read aloud.</summary>
    public Element Artifact() => Open(AccessiblePdf.ArtifactMark, "");

    public void Outline(string title, double y) => Cairo.AddOutline(
        _surface, 0, title, string.Create(CultureInfo.InvariantCulture, $"page={Page} pos=[0 {y:F2}]"), 0);

    public byte[] Finish(PdfFacts facts)
    {
        Cairo.ShowPage(_cairo);
        Cairo.Finish(_surface);
        Refuse(Cairo.Status(_cairo));
        Refuse(Cairo.Status(_surface));
        return AccessiblePdf.Complete(_press.Bytes.GetBuffer().AsMemory(0, (int)_press.Bytes.Length), facts, _elements, _links);
    }

    public void Dispose()
    {
        _fonts.Dispose();
        _text.Dispose();
        _cairo.Dispose();
        _surface.Dispose();
        _typefaces.Return(_press);
    }

    private Element Open(string name, string attributes, string? alternative = null)
    {
        _elements.Add(new PdfElement(name, alternative));
        Cairo.BeginTag(_cairo, name, attributes);
        return new Element(_cairo, name);
    }

    private void SetInk(Ink ink) => Cairo.SetInk(_cairo, ink.Red, ink.Green, ink.Blue);

    private static void Refuse(int status)
    {
        if (status != 0)
            throw new InvalidOperationException($"Cairo could not write the PDF: {Marshal.PtrToStringUTF8(Cairo.StatusText(status))}.");
    }

    /// <summary>An open element.</summary>
    public readonly ref struct Element(CairoContext cairo, string name)
    {
        public void Dispose() => Cairo.EndTag(cairo, name);
    }
}
