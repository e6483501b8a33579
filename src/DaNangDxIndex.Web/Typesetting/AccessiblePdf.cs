using System.Globalization;
using System.IO.Compression;
using System.Text;
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

    public static byte[] Complete(byte[] file, PdfFacts facts, IEnumerable<PdfElement> elements, IEnumerable<string> links)
    {
        var objects = PdfObjects.Read(file);
        // Cairo numbers elements and links in the order in which they were opened.
        using var element = elements.GetEnumerator();
        using var link = links.GetEnumerator();
        var artifacts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in objects.Numbers)
        {
            var body = objects[number];
            if (IsA("StructElem", body))
                objects[number] = Told(body, number, Next(element), artifacts);
            else if (IsA("Annot", body))
                objects[number] = With(body, $"/F 4 /Contents {PdfFacts.Text(Next(link))}");
            else if (IsA("Page", body))
                objects[number] = With(body, "/Tabs /S");
            else if (body.Contains("/Subtype /CIDFontType2", StringComparison.Ordinal))
                objects[number] = With(body, "/CIDToGIDMap /Identity");
        }
        foreach (var number in objects.Numbers.Where(number => IsA("Page", objects[number])))
            MarkArtifacts(objects, objects[number]);
        Forget(objects, artifacts);
        facts.Describe(objects);
        return PdfFile.Write(objects);
    }

    /// <summary>A dictionary with further entries at its end.</summary>
    public static string With(string dictionary, string entries) =>
        entries.Length == 0 ? dictionary : $"{dictionary[..dictionary.LastIndexOf(">>", StringComparison.Ordinal)]}   {entries}\n>>";

    private static bool IsA(string type, string body) =>
        body.StartsWith($"<< /Type /{type}", StringComparison.Ordinal) && !char.IsAsciiLetter(body[$"<< /Type /{type}".Length]);

    private static T Next<T>(IEnumerator<T> opened) =>
        opened.MoveNext() ? opened.Current : throw new InvalidOperationException("Cairo wrote an element that the canvas did not open.");

    private static string Told(string body, int number, PdfElement element, HashSet<string> artifacts)
    {
        if (!body.Contains($"/S /{element.Name}\n", StringComparison.Ordinal))
            throw new InvalidOperationException($"Cairo wrote its elements in another order than they were opened, at {element.Name}.");
        if (string.Equals(element.Name, ArtifactMark, StringComparison.Ordinal))
        {
            artifacts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} 0 R"));
            return "null";
        }
        var scope = string.Equals(element.Name, "TH", StringComparison.Ordinal) ? "/A << /O /Table /Scope /Column >> " : "";
        var alternative = element.Alternative is { } shown ? $"/Alt {PdfFacts.Text(shown)} " : "";
        var whole = element.WholeText is { } text ? $"/ActualText {PdfFacts.Text(text)}" : "";
        return With(body, scope + alternative + whole);
    }

    private static void MarkArtifacts(PdfObjects objects, string page)
    {
        var contents = int.Parse(Contents().Match(page).Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var drawing = ArtifactContent().Replace(Inflated(objects[contents]), "/Artifact BMC");
        objects[contents] = PdfFile.Stream(Encoding.Latin1.GetBytes(drawing), "");
    }

    private static string Inflated(string body)
    {
        var start = body.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
        var end = body.LastIndexOf("\nendstream", StringComparison.Ordinal);
        using var deflated = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(body[start..end])), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        deflated.CopyTo(inflated);
        return Encoding.Latin1.GetString(inflated.GetBuffer(), 0, (int)inflated.Length);
    }

    /// <summary>Takes the artifacts out of the structure tree: as children, and as owners of marked content, where the place stays.</summary>
    private static void Forget(PdfObjects objects, HashSet<string> artifacts)
    {
        foreach (var number in objects.Numbers)
        {
            var body = objects[number];
            if (IsA("StructElem", body))
                objects[number] = Reference().Replace(body, match => artifacts.Contains(match.Value) ? "" : match.Value);
            else if (body.StartsWith('['))
                objects[number] = Reference().Replace(body, match => artifacts.Contains(match.Value) ? "null" : match.Value);
        }
    }

    [GeneratedRegex(@"/Contents (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contents();

    [GeneratedRegex(@"/Private << /MCID \d+ >> BDC", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArtifactContent();

    [GeneratedRegex(@"\b\d+ 0 R", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
