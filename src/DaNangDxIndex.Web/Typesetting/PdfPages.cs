namespace DaNangDxIndex.Typesetting;

/// <summary>The pages of one document, all of one size, with the links on them.</summary>
internal sealed class PdfPages(PdfFile file, PdfStructure structure, double width, double height)
{
    private readonly List<Page> _pages = [];

    public int Count => _pages.Count;

    public IReadOnlyList<int> Numbers => _pages.ConvertAll(page => page.Number);

    public double Height => height;

    public PdfContent Begin()
    {
        _pages.Add(new Page(file.Reserve(), structure.BeginPage()));
        return new PdfContent(height);
    }

    public void End(PdfContent content) => _pages[^1].Content = file.Stream("", content.Bytes);

    /// <summary>Makes a place on the newest page lead to an address.</summary>
    public void Annotate(PdfElement element, Uri address, string description, double x, double y, double wide, double tall)
    {
        var number = file.Reserve();
        _pages[^1].Links.Add(number);
        file.Begin(number).Add("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect ["u8)
            .Add(x).Add(height - y - tall).Add(x + wide).Add(height - y).Add("] /Contents "u8).Text(description)
            .Add("/A << /S /URI /URI ("u8).Add(Escaped(address)).Add(") >> /StructParent "u8)
            .Add(structure.Annotate(element, Count - 1, number)).Add(">>"u8);
    }

    /// <returns>Number of the page tree.</returns>
    public int Write(IReadOnlyList<PdfFont?> fonts)
    {
        var (tree, resources) = (file.Reserve(), file.Reserve());
        var text = file.Begin(tree).Add("<< /Type /Pages /Count "u8).Add(Count).Add("/Kids ["u8);
        foreach (var page in _pages)
            text.Reference(page.Number);
        text.Add("] >>"u8);
        text = file.Begin(resources).Add("<< /Font << "u8);
        foreach (var (index, font) in fonts.Index())
            if (font is not null)
                text.Add("/F"u8).Add(index).Reference(font.Number);
        text.Add(">> >>"u8);
        foreach (var page in _pages)
            Write(page, tree, resources);
        return tree;
    }

    private void Write(Page page, int tree, int resources)
    {
        var text = file.Begin(page.Number).Add("<< /Type /Page /Parent "u8).Reference(tree).Add("/MediaBox [0 0 "u8).Add(width).Add(height)
            .Add("] /Tabs /S /Resources "u8).Reference(resources).Add("/Contents "u8).Reference(page.Content).Add("/StructParents "u8)
            .Add(page.Key);
        if (page.Links.Count > 0)
        {
            text.Add("/Annots ["u8);
            foreach (var link in page.Links)
                text.Reference(link);
            text.Add("]"u8);
        }
        text.Add(">>"u8);
    }

    private static string Escaped(Uri address) => address.AbsoluteUri
        .Replace("\\", "%5C", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal);

    private sealed record Page(int Number, int Key)
    {
        public int Content { get; set; }

        public List<int> Links { get; } = [];
    }
}
