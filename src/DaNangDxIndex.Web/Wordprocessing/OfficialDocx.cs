using System.Text;
using System.Xml.Linq;
using DaNangDxIndex.Frame;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Wordprocessing;

/// <summary>
/// A document that an office goes on writing in, after Decree 30/2020/NĐ-CP: A4 with its margins, Times New Roman, the page's number in the
/// middle of the top margin from page 2 on. The same content gives the same bytes.
/// </summary>
internal static class OfficialDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>In twentieths of a point, as all lengths here.</summary>
    public const int TextWidth = PageWidth - Left - Right;

    private const int PageWidth = 11906, PageHeight = 16838, Left = 1701, Right = 850, Edge = 1134, HeaderTop = 567;
    private const string Header = "header";

    /// <param name="content">Ends with the <see cref="Section"/> of its last pages.</param>
    public static byte[] Write(string language, string title, string author, IEnumerable<OpenXmlElement> content)
    {
        using var written = new MemoryStream();
        using (var document = WordprocessingDocument.Create(written, WordprocessingDocumentType.Document))
        {
            // Ids of our own: those of the library are drawn at random.
            var main = document.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = StylesIn(language);
            main.AddNewPart<HeaderPart>(Header).Header = new Header(PageNumber());
            main.Document = new Document(new Body(content));
            var core = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "core");
            using var facts = new MemoryStream(Encoding.UTF8.GetBytes(Core(title, author)));
            core.FeedData(facts);
        }
        written.Position = 0;
        return TimelessZip.Of(written);
    }

    /// <summary>Pages that are counted from 1: a document, or one annex of several.</summary>
    public static SectionProperties Section() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = Header },
        new SectionType { Val = SectionMarkValues.NextPage },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = Edge, Bottom = Edge, Left = Left, Right = Right, Header = HeaderTop, Footer = HeaderTop, Gutter = 0 },
        new PageNumberType { Start = 1 },
        new TitlePage());

    /// <summary>Ends a section that others follow.</summary>
    public static Paragraph SectionEnd() => new(new ParagraphProperties(Section()));

    private static Styles StylesIn(string language) => new(new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
        new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman" },
        new FontSize { Val = "26" }, new Languages { Val = language == "en" ? "en-GB" : "vi-VN" }))));

    private static Paragraph PageNumber() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("2"))) { Instruction = " PAGE " });

    private static string Core(string title, string author)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        return new XElement(
            core + "coreProperties", new XAttribute(XNamespace.Xmlns + "dc", dc), new XElement(dc + "title", title),
            new XElement(dc + "creator", author)).ToString(SaveOptions.DisableFormatting);
    }
}
