using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Wordprocessing;

/// <summary>
/// What of a document is read for its fields: the text, the notes, heads and feet of its pages; and what none of it may hold.
/// </summary>
internal static class DocxContent
{
    /// <summary>Documents that people write are some thirty deep; what is read into objects is read level by level.</summary>
    private const int Deepest = 256;

    private static readonly string[] Fetching = ["DDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "MACROBUTTON"];

    /// <exception cref="RuleViolation">Nested without end, or with something that a word processor would fetch from elsewhere.</exception>
    public static void RequireHarmless(WordprocessingDocument document)
    {
        RequireShallow(document);
        RequireNothingFetched(document);
    }

    public static IEnumerable<OpenXmlElement> Roots(WordprocessingDocument document)
    {
        if (document.MainDocumentPart is not { Document: { } text } main)
            throw DocxRefusal.Damaged;
        return new OpenXmlElement?[] { text, main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes }
            .Concat(main.HeaderParts.Select(part => part.Header)).Concat(main.FooterParts.Select(part => part.Footer))
            .OfType<OpenXmlElement>();
    }

    /// <summary>Before anything is read into objects: a text nested without end would take the whole program with it.</summary>
    private static void RequireShallow(WordprocessingDocument document)
    {
        foreach (var part in PartsOf(document))
        {
            using var content = part.GetStream(FileMode.Open, FileAccess.Read);
            using var reader = XmlReader.Create(content, HarmlessDocx.Plain);
            while (reader.Read())
                if (reader.Depth > Deepest)
                    throw DocxRefusal.Damaged;
        }
    }

    /// <summary>All that can hold a field.</summary>
    private static IEnumerable<OpenXmlPart> PartsOf(WordprocessingDocument document) => document.MainDocumentPart is { } main
        ? new OpenXmlPart?[] { main, main.FootnotesPart, main.EndnotesPart }.Concat(main.HeaderParts).Concat(main.FooterParts)
            .OfType<OpenXmlPart>()
        : throw DocxRefusal.Damaged;

    private static void RequireNothingFetched(WordprocessingDocument document)
    {
        // The code of one field may be parted over several runs.
        var codes = Roots(document).SelectMany(root => root.Descendants<SimpleField>().Select(field => field.Instruction?.Value ?? "")
            .Append(string.Concat(root.Descendants<FieldCode>().Select(code => code.Text))));
        if (codes.Any(code => Fetching.Any(word => code.Contains(word, StringComparison.OrdinalIgnoreCase))))
            throw DocxRefusal.External;
    }
}
