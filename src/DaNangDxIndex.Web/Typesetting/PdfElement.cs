namespace DaNangDxIndex.Typesetting;

/// <summary>An element of the structure tree (ISO 32000-1, 14.7): what a screen reader reads, in reading order.</summary>
internal sealed class PdfElement(string name, PdfElement? parent, int number)
{
    private readonly List<Kid> _kids = [];

    public int Number => number;

    /// <summary>The name as the file writes it.</summary>
    public string StructureType => Scope is null ? name : "TH";

    /// <summary>What a drawing shows, in words.</summary>
    public string? Alternative { get; init; }

    public void Add(PdfElement child) => _kids.Add(new Kid(child));

    /// <summary>A piece that was drawn on a page.</summary>
    public void Add(int page, int mark) => _kids.Add(new Kid(null, page, mark));

    public void AddAnnotation(int page, int annotation) => _kids.Add(new Kid(null, page, Annotation: annotation));

    /// <summary>Writes the element and what it holds.</summary>
    /// <param name="root">Number of the tree, above the topmost element.</param>
    /// <param name="pages">Numbers of the pages.</param>
    public void Write(PdfFile file, int root, IReadOnlyList<int> pages)
    {
        var text = file.Begin(number).Add("<< /S /"u8).Add(StructureType).Add(" /P "u8).Reference(parent?.Number ?? root);
        if (Scope is { } scope)
            text.Add("/A << /O /Table /Scope /"u8).Add(scope).Add(" >> "u8);
        if (Alternative is not null)
            text.Add("/Alt "u8).Text(Alternative);
        text.Add("/K ["u8);
        foreach (var kid in _kids)
            kid.Write(text, pages);
        text.Add("] >>"u8);
        foreach (var kid in _kids)
            kid.Element?.Write(file, root, pages);
    }

    private string? Scope => name switch { PdfTag.ColumnHead => "Column", PdfTag.RowHead => "Row", _ => null };

    private sealed record Kid(PdfElement? Element, int Page = -1, int Mark = -1, int Annotation = -1)
    {
        public void Write(PdfSyntax text, IReadOnlyList<int> pages)
        {
            if (Element is not null)
                text.Reference(Element.Number);
            else if (Annotation >= 0)
                text.Add("<< /Type /OBJR /Pg "u8).Reference(pages[Page]).Add("/Obj "u8).Reference(Annotation).Add(">> "u8);
            else
                text.Add("<< /Type /MCR /Pg "u8).Reference(pages[Page]).Add("/MCID "u8).Add(Mark).Add(">> "u8);
        }
    }
}

/// <summary>Names of elements. The heads of columns and rows are both "TH" in the file, told apart by their scope.</summary>
internal static class PdfTag
{
    public const string Document = "Document", Part = "Part", Title = "H1", Heading = "H2", Paragraph = "P", Link = "Link",
        Figure = "Figure",
        Table = "Table", Row = "TR", Cell = "TD", ColumnHead = "TH-Column", RowHead = "TH-Row";
}
