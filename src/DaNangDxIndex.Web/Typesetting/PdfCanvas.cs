namespace DaNangDxIndex.Typesetting;

/// <summary>Pages of one PDF, drawn from the first to the last. Lengths in points, origin at the top left.</summary>
/// <remarks>
/// Everything is drawn inside an element or as an artifact (rules, page numbers, repeated heads), so that a screen reader reads the
/// document and nothing else.
/// </remarks>
internal sealed class PdfCanvas
{
    private readonly Typefaces _typefaces;
    private readonly PdfFile _file = new();
    private readonly PdfFont?[] _fonts = new PdfFont?[4];
    private readonly PdfStructure _structure;
    private readonly PdfPages _pages;
    private readonly PdfOutline _outline;
    private PdfContent _content;
    private bool _drawing;
    private PdfElement? _lastRead;
    private (Uri Address, string Description, PdfElement Element)? _link;

    public PdfCanvas(Typefaces typefaces, double width, double height)
    {
        _typefaces = typefaces;
        _structure = new PdfStructure(_file);
        _pages = new PdfPages(_file, _structure, width, height);
        _outline = new PdfOutline(_file);
        _content = _pages.Begin();
    }

    /// <summary>Number of the page that is drawn on, from 1.</summary>
    public int Page => _pages.Count;

    public void NextPage()
    {
        EndMark();
        _pages.End(_content);
        _content = _pages.Begin();
    }

    public LaidText Lay(string text, TextStyle style, double width) => new(_typefaces[style], text, style, width);

    /// <param name="place">What the text is of, for whoever checks the file; null for all that is not checked.</param>
    public void Draw(LaidText laid, double x, double y, string? place = null)
    {
        if (place is not null)
            EndMark();
        Mark(place);
        var element = _structure.Innermost;
        var font = _fonts[laid.Typeface.Index] ??= new PdfFont(laid.Typeface, _file.Reserve());
        _content.Text(laid, font, x, y, follows: element is not null && ReferenceEquals(element, _lastRead));
        _lastRead = element;
        if (place is not null)
            EndMark();
        if (_link is not { } link)
            return;
        _pages.Annotate(link.Element, link.Address, link.Description, x, y, laid.Width, laid.Height);
        _link = null;
    }

    /// <summary>Lays and draws at once.</summary>
    /// <returns>The height that was taken.</returns>
    public double Write(string text, TextStyle style, double x, double y, double width, string? place = null)
    {
        var laid = Lay(text, style, width);
        Draw(laid, x, y, place);
        return laid.Height;
    }

    public void Line(double fromX, double fromY, double toX, double toY, double thickness, Ink? ink = null)
    {
        Mark();
        _content.Line(fromX, fromY, toX, toY, thickness, ink ?? Ink.Black);
    }

    public void Frame(double x, double y, double width, double height, double thickness, Ink? ink = null)
    {
        Mark();
        _content.Frame(x, y, width, height, thickness, ink ?? Ink.Black);
    }

    public void Fill(Ink ink, IEnumerable<(double X, double Y, double Width, double Height)> boxes)
    {
        Mark();
        _content.Fill(ink, boxes);
    }

    public void Fill(Ink ink, double x, double y, double width, double height) => Fill(ink, [(x, y, width, height)]);

    /// <summary>
    /// Opens a new element (<see cref="PdfTag"/>); it ends where the answer is disposed. Only innermost elements may draw.
    /// </summary>
    public Scope Tag(string name) => Open(_structure.Add(name, alternative: null));

    /// <summary>A new element inside the innermost one, to be opened later and, where it goes on over a page, again.</summary>
    public PdfElement Element(string name) => _structure.Add(name, alternative: null);

    public Scope Open(PdfElement? element)
    {
        EndMark();
        _structure.Open(element);
        return new Scope(this);
    }

    /// <summary>A drawing, with what it shows in words.</summary>
    public Scope Figure(string alternative) => Open(_structure.Add(PdfTag.Figure, alternative));

    /// <summary>The first text that is drawn inside leads to the address.</summary>
    public Scope Link(Uri address, string description)
    {
        var element = _structure.Add(PdfTag.Link, alternative: null);
        _link = (address, description, element);
        return Open(element);
    }

    /// <summary>What is seen but not read aloud.</summary>
    public Scope Artifact() => Open(null);

    /// <summary>A line of the table of contents that leads to this height of this page.</summary>
    public void Outline(string title, double y) => _outline.Add(title, Page, y);

    public byte[] Finish(PdfFacts facts)
    {
        EndMark();
        _pages.End(_content);
        foreach (var font in _fonts)
            font?.Write(_file);
        var tree = _pages.Write(_fonts);
        _structure.Write(_pages.Numbers);
        return facts.Finish(_file, tree, _structure.Number, _outline.Write(_pages));
    }

    private void Close()
    {
        EndMark();
        _structure.Close();
    }

    /// <summary>Before anything is drawn: as a piece of the innermost element, or as an artifact.</summary>
    private void Mark(string? place = null)
    {
        if (_drawing)
            return;
        if (_structure.Innermost is { } element)
            _content.BeginMark(element.StructureType, _structure.Mark(element, Page - 1), place);
        else
            _content.BeginArtifact();
        _drawing = true;
    }

    private void EndMark()
    {
        if (_drawing)
            _content.EndMark();
        _drawing = false;
    }

    /// <summary>An open element or artifact.</summary>
    public readonly ref struct Scope(PdfCanvas canvas)
    {
        public void Dispose() => canvas.Close();
    }
}
