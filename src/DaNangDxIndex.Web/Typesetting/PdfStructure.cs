namespace DaNangDxIndex.Typesetting;

/// <summary>The structure tree of one document, and which piece of which page belongs to which element.</summary>
internal sealed class PdfStructure(PdfFile file)
{
    private readonly Stack<PdfElement?> _open = new();
    private readonly int _tree = file.Reserve();

    // By key of the parent tree: a page has the owners of its pieces, a link has the one element it stands in.
    private readonly List<List<PdfElement>> _owners = [];
    private readonly List<bool> _isPage = [];
    private List<PdfElement> _page = [];
    private PdfElement? _root;

    public int Number => _tree;

    /// <summary>The innermost element that is open; null inside an artifact.</summary>
    public PdfElement? Innermost =>
        _open.Count > 0 ? _open.Peek() : throw new InvalidOperationException("Nothing is drawn outside an element or artifact.");

    /// <summary>A new element inside the innermost one.</summary>
    public PdfElement Add(string name, string? alternative)
    {
        var parent = _open.Count > 0 ? _open.Peek() : null;
        var element = new PdfElement(name, parent, file.Reserve()) { Alternative = alternative };
        parent?.Add(element);
        _root ??= element;
        return element;
    }

    /// <param name="element">Null for an artifact. An element may be opened again, on another page.</param>
    public void Open(PdfElement? element) => _open.Push(element);

    public void Close() => _open.Pop();

    /// <returns>The page's key in the parent tree.</returns>
    public int BeginPage() => Own(_page = [], isPage: true);

    /// <returns>The number, on this page, of the next piece of an element.</returns>
    public int Mark(PdfElement element, int page)
    {
        element.Add(page, _page.Count);
        _page.Add(element);
        return _page.Count - 1;
    }

    /// <returns>The annotation's key in the parent tree.</returns>
    public int Annotate(PdfElement element, int page, int annotation)
    {
        element.AddAnnotation(page, annotation);
        return Own([element], isPage: false);
    }

    public void Write(IReadOnlyList<int> pages)
    {
        var root = _root ?? throw new InvalidOperationException("A document has an element.");
        var parents = file.Reserve();
        var text = file.Begin(parents).Add("<< /Nums ["u8);
        for (var key = 0; key < _owners.Count; key++)
        {
            text.Add(key).Add(_isPage[key] ? "["u8 : ""u8);
            foreach (var owner in _owners[key])
                text.Reference(owner.Number);
            text.Add(_isPage[key] ? "] "u8 : ""u8);
        }
        text.Add("] >>"u8);
        file.Begin(_tree).Add("<< /Type /StructTreeRoot /K "u8).Reference(root.Number).Add("/ParentTree "u8).Reference(parents)
            .Add("/ParentTreeNextKey "u8).Add(_owners.Count).Add(">>"u8);
        root.Write(file, _tree, pages);
    }

    private int Own(List<PdfElement> owners, bool isPage)
    {
        _owners.Add(owners);
        _isPage.Add(isPage);
        return _owners.Count - 1;
    }
}
