using System.Text.RegularExpressions;
using System.Xml;
using DaNangDxIndex.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Wordprocessing;

using Text = DocumentFormat.OpenXml.Wordprocessing.Text;

/// <summary>
/// A document of an office with fields in it, each its name between two pairs of braces: {{nam}}. A word processor may have parted such a
/// name over several runs; it is read as the page shows it.
/// </summary>
internal sealed partial class DocxTemplate
{
    private readonly byte[] _file;

    private DocxTemplate(byte[] file) => _file = file;

    /// <summary>Names of the fields, each once, as they come.</summary>
    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <exception cref="RuleViolation">Those of <see cref="DocxRefusal"/></exception>
    public static DocxTemplate Open(byte[] file)
    {
        HarmlessDocx.Require(file);
        try
        {
            using var content = new MemoryStream(file, writable: false);
            using var document = WordprocessingDocument.Open(content, isEditable: false);
            DocxContent.RequireHarmless(document);
            var names = Paragraphs(document).SelectMany(paragraph => NamesIn(TextOf(paragraph)));
            return new(file) { Fields = [.. names.Distinct(StringComparer.Ordinal)] };
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or XmlException or InvalidDataException or FormatException
            or ArgumentException or InvalidOperationException)
        {
            throw DocxRefusal.Damaged;
        }
    }

    /// <summary>
    /// The document with its fields filled. A paragraph that is one field becomes as many paragraphs as the field has lines; with none it
    /// goes away.
    /// </summary>
    public byte[] Fill(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        using var written = new MemoryStream();
        written.Write(_file);
        using (var document = WordprocessingDocument.Open(written, isEditable: true))
            // Those inside another first, in a text box: where the outer one has several lines, each takes a copy of it along.
            foreach (var paragraph in Paragraphs(document).Reverse().ToList())
                Fill(paragraph, values);
        return written.ToArray();
    }

    private static void Fill(Paragraph paragraph, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var whole = TextOf(paragraph);
        var fields = Field().Matches(whole);
        if (fields is [{ } only] && only.Value.Length == whole.Trim().Length)
            FillWhole(paragraph, values.GetValueOrDefault(NameOf(only)) ?? []);
        else
            // From the last: places of those before it stay what they are.
            foreach (var field in fields.Reverse())
                Replace(paragraph, field, string.Join("; ", values.GetValueOrDefault(NameOf(field)) ?? []));
    }

    private static void FillWhole(Paragraph paragraph, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            var copy = (Paragraph)paragraph.CloneNode(true);
            Replace(copy, Field().Match(TextOf(copy)), line);
            paragraph.InsertBeforeSelf(copy);
        }

        // A cell must end with a paragraph, and a section is held by one.
        if (lines.Count > 0 || (paragraph.Parent is not TableCell && paragraph.ParagraphProperties?.SectionProperties is null))
            paragraph.Remove();
        else
            Replace(paragraph, Field().Match(TextOf(paragraph)), "");
    }

    /// <summary>The value takes the form of the letters that the field begins with.</summary>
    private static void Replace(Paragraph paragraph, Match field, string value)
    {
        var (at, end, first) = (0, field.Index + field.Length, true);
        foreach (var text in TextsOf(paragraph))
        {
            var (from, until) = (Math.Max(field.Index - at, 0), Math.Min(end - at, text.Text.Length));
            at += text.Text.Length;
            if (until <= from)
                continue;
            text.Text = text.Text[..from] + (first ? value : "") + text.Text[until..];
            text.Space = SpaceProcessingModeValues.Preserve;
            first = false;
        }
    }

    private static IEnumerable<string> NamesIn(string paragraph)
    {
        var rest = Field().Replace(paragraph, "");
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
            throw DocxRefusal.Braces(ShortText.Of(paragraph, 80));
        return Field().Matches(paragraph).Select(NameOf);
    }

    private static string NameOf(Match field) => field.Groups["name"].Value.Trim();

    private static string TextOf(Paragraph paragraph) => string.Concat(TextsOf(paragraph).Select(text => text.Text));

    /// <summary>Without those of paragraphs inside it, in a text box.</summary>
    private static IEnumerable<Text> TextsOf(Paragraph paragraph) =>
        paragraph.Descendants<Text>().Where(text => ReferenceEquals(text.Ancestors<Paragraph>().First(), paragraph)).ToList();

    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document) =>
        DocxContent.Roots(document).SelectMany(root => root.Descendants<Paragraph>());

    [GeneratedRegex(
        @"\{\{(?<name>[^{}]{0,80})\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
