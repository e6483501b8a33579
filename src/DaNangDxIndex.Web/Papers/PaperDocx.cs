using DaNangDxIndex.Wordprocessing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Papers;

/// <summary>The same paper as a document that an office can go on writing in.</summary>
public static class PaperDocx
{
    public const string ContentType = OfficialDocx.ContentType;

    public static byte[] Write(Paper paper) => OfficialDocx.Write(paper.Language, paper.Title, paper.Issuer, Content(paper));

    private static IEnumerable<OpenXmlElement> Content(Paper paper) =>
    [
        Head(paper),
        DocxLine.Empty,
        .. paper.Draft is { } draft ? new[] { Line(draft, italic: true, centred: true) } : [],
        Line(paper.Kind, bold: true, centred: true, size: 28),
        Line(paper.Title, bold: true, centred: true, size: 28),
        DocxLine.Empty,
        .. paper.Parts.SelectMany(Content),
        DocxLine.Empty,
        DocxTable.Borderless([.. paper.Signatures.Select(signature => new[] { Line(signature, bold: true, centred: true) })]),
        .. Enumerable.Range(0, 5).Select(_ => DocxLine.Empty),
        Line(PaperWords.DigestOf(paper), size: 18),
        OfficialDocx.Section(),
    ];

    private static Table Head(Paper paper) => DocxTable.Letterhead(
        [
            Line(PaperWords.InTwoLines(paper.Superior), centred: true, size: 24),
            Line(PaperWords.InTwoLines(paper.Issuer), bold: true, centred: true, size: 24),
        ],
        new(paper.Number) { Centred = true }, paper.PlaceAndDate, paper.Language);

    private static IEnumerable<OpenXmlElement> Content(Paper.Part part) => part switch
    {
        Paper.Heading heading => [new DocxLine(heading.Text) { Bold = true, WithNext = true }.Paragraph],
        Paper.Paragraph paragraph => [Line(paragraph.Text)],
        Paper.Table table => [Ruled(table), DocxLine.Empty],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not known."),
    };

    private static Table Ruled(Paper.Table table) => DocxTable.Ruled(
        [.. table.Columns.Select(column => column.Share)],
        [.. table.Columns.Select(column => new DocxLine(column.Heading) { Bold = true, Centred = true, Size = 20 })],
        table.Rows.Select(row => (IReadOnlyList<DocxLine>)[.. row.Cells.Zip(table.Columns, (text, column) =>
            new DocxLine(text) { Bold = row.Strong, Centred = column.Centred, Size = 20 })]));

    private static Paragraph Line(string text, bool bold = false, bool italic = false, bool centred = false, int? size = null) =>
        new DocxLine(text) { Bold = bold, Italic = italic, Centred = centred, Size = size }.Paragraph;
}
