using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Papers;

/// <summary>The same paper as a document that an office can go on writing in: Times New Roman, A4 with the margins of the decree.</summary>
public static class PaperDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // In twentieths of a point.
    private const int PageWidth = 11906, PageHeight = 16838, Left = 1701, Right = 850, Edge = 1134;
    private const int TextWidth = PageWidth - Left - Right;

    public static byte[] Write(Paper paper)
    {
        using var written = new MemoryStream();
        using (var document = WordprocessingDocument.Create(written, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman" },
                new FontSize { Val = "26" }, new Languages { Val = paper.Language == "en" ? "en-GB" : "vi-VN" }))));
            main.Document = new Document(new Body(Content(paper)));
            document.PackageProperties.Title = paper.Title;
            document.PackageProperties.Creator = paper.Issuer;
        }
        return written.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(Paper paper) =>
    [
        Head(paper),
        Line(""),
        .. paper.Draft is { } draft ? new[] { Line(draft, italic: true, centred: true) } : [],
        Line(paper.Kind, bold: true, centred: true, size: 28),
        Line(paper.Title, bold: true, centred: true, size: 28),
        Line(""),
        .. paper.Parts.SelectMany(Content),
        Line(""),
        Borderless([.. paper.Signatures.Select(signature => new[] { Line(signature, bold: true, centred: true) })]),
        .. Enumerable.Range(0, 5).Select(_ => Line("")),
        Line(PaperWords.DigestOf(paper), size: 18),
        new SectionProperties(
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Edge, Bottom = Edge, Left = Left, Right = Right, Header = 567, Footer = 567 }),
    ];

    private static Table Head(Paper paper) => Borderless(
    [
        [
            Line(PaperWords.InTwoLines(paper.Superior), centred: true, size: 24),
            Line(PaperWords.InTwoLines(paper.Issuer), bold: true, centred: true, size: 24),
            Line(paper.Number, centred: true),
        ],
        [
            Line(PaperWords.Country.In(paper.Language), bold: true, centred: true, size: 24),
            Line(PaperWords.Motto.In(paper.Language), bold: true, centred: true),
            Line(paper.PlaceAndDate, italic: true, centred: true),
        ],
    ]);

    private static IEnumerable<OpenXmlElement> Content(Paper.Part part) => part switch
    {
        Paper.Heading heading => [Line(heading.Text, bold: true)],
        Paper.Paragraph paragraph => [Line(paragraph.Text)],
        Paper.Table table => [Ruled(table), Line("")],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not known."),
    };

    private static Table Ruled(Paper.Table table)
    {
        var whole = table.Columns.Sum(column => column.Share);
        List<int> widths = [.. table.Columns.Select(column => (int)(TextWidth * column.Share / whole))];
        var ruled = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{TextWidth}" },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        ruled.Append(new TableRow(
            [new TableRowProperties(new TableHeader()), .. table.Columns.Select((column, at) => CellOf(
                widths[at], [Line(column.Heading, bold: true, centred: true, size: 20)]))]));
        foreach (var row in table.Rows)
            ruled.Append(new TableRow(row.Cells.Select((text, at) => CellOf(
                widths[at], [Line(text, bold: row.Strong, centred: table.Columns[at].Centred, size: 20)]))));
        return ruled;
    }

    private static Table Borderless(IReadOnlyList<Paragraph[]> cells)
    {
        var width = TextWidth / Math.Max(1, cells.Count);
        return new(
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{TextWidth}" }),
            new TableGrid(cells.Select(_ => new GridColumn { Width = $"{width}" })),
            new TableRow(cells.Select(lines => CellOf(width, lines))));
    }

    private static TableCell CellOf(int width, IEnumerable<Paragraph> lines) => new(
        [new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" }), .. lines]);

    /// <param name="size">In half points; null for the document's own.</param>
    private static Paragraph Line(string text, bool bold = false, bool italic = false, bool centred = false, int? size = null)
    {
        var properties = new RunProperties();
        if (bold)
            properties.Append(new Bold());
        if (italic)
            properties.Append(new Italic());
        if (size is { } halves)
            properties.Append(new FontSize { Val = $"{halves}" });
        var run = new Run(properties);
        foreach (var (number, line) in text.Split('\n').Index())
        {
            if (number > 0)
                run.Append(new Break());
            run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return new(
            new ParagraphProperties(
                new SpacingBetweenLines { After = "60" },
                new Justification { Val = centred ? JustificationValues.Center : JustificationValues.Left }),
            run);
    }
}
