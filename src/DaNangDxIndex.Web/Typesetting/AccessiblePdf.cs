using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace DaNangDxIndex.Typesetting;

/// <summary>
/// Adds what Cairo 1.16 leaves out and PDF/UA-1 (ISO 14289-1) asks for: artifacts, scope of table heads, words for drawings and links,
/// text that runs over lines in one piece, and by way of <see cref="PdfFacts"/> language, title and XMP.
/// </summary>
internal static partial class AccessiblePdf
{
    /// <summary>Cairo 1.16 knows no artifacts; elements of this structure type are drawn in their place and turned into artifacts here.</summary>
    public const string ArtifactMark = "Private";

    public static byte[] Complete(ReadOnlyMemory<byte> file, PdfFacts facts, IEnumerable<PdfElement> elements, IEnumerable<string> links)
    {
        var objects = PdfObjects.Read(file);
        // Cairo numbers elements and links in the order in which they were opened.
        using var element = elements.GetEnumerator();
        using var link = links.GetEnumerator();
        var artifacts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in objects.Numbers)
        {
            var found = objects[number];
            if (found.IsA("StructElem"))
                objects[number] = Told(found, number, Next(element), artifacts);
            else if (found.IsA("Annot"))
                objects[number] = found.With($"/F 4 /Contents {PdfFacts.Text(Next(link))}");
            else if (found.IsA("Page"))
                objects[number] = found.With("/Tabs /S");
            else if (found.Text.Contains("/Subtype /CIDFontType2", StringComparison.Ordinal))
                objects[number] = found.With("/CIDToGIDMap /Identity");
        }
        foreach (var number in objects.Numbers.Where(number => objects[number].IsA("Page")))
            MarkArtifacts(objects, objects[number]);
        Forget(objects, artifacts);
        facts.Describe(objects);
        return PdfFile.Write(objects);
    }

    private static T Next<T>(IEnumerator<T> opened) =>
        opened.MoveNext() ? opened.Current : throw new InvalidOperationException("Cairo wrote an element that the canvas did not open.");

    private static PdfObject Told(PdfObject written, int number, PdfElement element, HashSet<string> artifacts)
    {
        if (!written.Text.Contains($"/S /{element.Name}\n", StringComparison.Ordinal))
            throw new InvalidOperationException($"Cairo wrote its elements in another order than they were opened, at {element.Name}.");
        if (string.Equals(element.Name, ArtifactMark, StringComparison.Ordinal))
        {
            artifacts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} 0 R"));
            return new PdfObject("null");
        }
        var scope = string.Equals(element.Name, "TH", StringComparison.Ordinal) ? "/A << /O /Table /Scope /Column >> " : "";
        var alternative = element.Alternative is { } shown ? $"/Alt {PdfFacts.Text(shown)} " : "";
        var whole = element.WholeText is { } text ? $"/ActualText {PdfFacts.Text(text)}" : "";
        return written.With(scope + alternative + whole);
    }

    private static void MarkArtifacts(PdfObjects objects, PdfObject page)
    {
        var contents = int.Parse(Contents().Match(page.Text).Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var drawing = Inflated(objects[contents].Stream ?? default);
        objects[contents] = PdfFile.Stream("", stream => Mark(drawing.GetBuffer().AsSpan(0, (int)drawing.Length), stream));
    }

    private static MemoryStream Inflated(ReadOnlyMemory<byte> stream)
    {
        using var deflated = new ZLibStream(new MemoryStream(stream.ToArray()), CompressionMode.Decompress);
        var inflated = new MemoryStream();
        deflated.CopyTo(inflated);
        return inflated;
    }

    private static void Mark(ReadOnlySpan<byte> drawing, Stream marked)
    {
        for (var mark = drawing.IndexOf("/Private <<"u8); mark >= 0; mark = drawing.IndexOf("/Private <<"u8))
        {
            marked.Write(drawing[..mark]);
            marked.Write("/Artifact BMC"u8);
            drawing = drawing[(mark + drawing[mark..].IndexOf("BDC"u8) + 3)..];
        }
        marked.Write(drawing);
    }

    /// <summary>Takes the artifacts out of the structure tree: as children, and as owners of marked content, where the place stays.</summary>
    private static void Forget(PdfObjects objects, HashSet<string> artifacts)
    {
        foreach (var number in objects.Numbers)
        {
            var text = objects[number].Text;
            if (text.Contains("/K [", StringComparison.Ordinal))
                objects[number] = new PdfObject(Reference().Replace(text, match => artifacts.Contains(match.Value) ? "" : match.Value));
            else if (text.StartsWith('['))
                objects[number] = new PdfObject(Reference().Replace(text, match => artifacts.Contains(match.Value) ? "null" : match.Value));
        }
    }

    [GeneratedRegex(@"/Contents (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contents();

    [GeneratedRegex(@"\b\d+ 0 R", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
