using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>
/// A scorecard or ranked table as a PDF that this program wrote: of what it is a print, and the texts that are checked, with their
/// places.
/// </summary>
/// <param name="Texts">In the order in which they are drawn.</param>
/// <param name="Added">
/// Something was added behind the file's end, as a digital signature is: it is not read, and may change what is seen.
/// </param>
public sealed partial record PaperPdf(PaperIdentity Identity, IReadOnlyList<(string Place, string Text)> Texts, bool Added)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    /// <summary>Many times what a scorecard or table takes.</summary>
    public const int LargestFile = 4 << 20;
    private const int MostPages = 200;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <exception cref="PaperFault">The file is too large, or not as this program writes it.</exception>
    public static PaperPdf Read(byte[] file)
    {
        if (file.Length > LargestFile)
            throw new PaperFault(new(
                "Tệp PDF lớn hơn 4 MB; phiếu kết quả và bảng xếp hạng không lớn như vậy.",
                "The PDF is larger than 4 MB; no scorecard or ranked table is."));
        var end = file.AsSpan().IndexOf("%%EOF\n"u8);
        if (!Is(file) || end < 0)
            throw PdfObjects.Foreign();
        end += "%%EOF\n".Length;
        try
        {
            var bounds = new PaperBounds();
            var objects = new PdfObjects(file[..end], bounds);
            var fonts = new Dictionary<int, IReadOnlyDictionary<string, string>>();
            return new(
                IdentityOf(objects), [.. PagesOf(objects).SelectMany(page => TextsOf(objects, page, fonts, bounds))],
                Added: end < file.Length);
        }
        // A name given twice, letters that are none: whatever its parts say, it was not written here.
        catch (Exception fault) when (fault is RegexMatchTimeoutException or ArgumentException or OverflowException)
        {
            throw PdfObjects.Foreign(fault);
        }
    }

    private static PaperIdentity IdentityOf(PdfObjects objects)
    {
        var description = Encoding.UTF8.GetString(objects.Stream(PdfObjects.Reference(objects.Root, "Metadata")));
        return DescribedBy().Match(description) is { Success: true } found
            ? PaperIdentity.Read(WebUtility.HtmlDecode(found.Groups["identity"].Value)) ?? throw PdfObjects.Foreign()
            : throw new PaperFault(new(
                "Tệp PDF không ghi thuộc bản công bố nào (có thể được lập trước khi có chức năng này). "
                    + "Tải lại tệp, hoặc đối chiếu bằng mã tra cứu in trên tệp.",
                "The PDF does not say of which publication it is (it may be older than this check). "
                    + "Download it again, or check the code that is printed on it."));
    }

    private static IEnumerable<string> PagesOf(PdfObjects objects)
    {
        var pages = PdfObjects.References(objects.Small(PdfObjects.Reference(objects.Root, "Pages"))).Take(MostPages + 1).ToList();
        return pages.Count is > 0 and <= MostPages && pages.Distinct().Count() == pages.Count
            ? pages.Select(objects.Small)
            : throw PdfObjects.Foreign();
    }

    /// <param name="read">Fonts of the pages before, by the number of their object: pages share them.</param>
    private static IEnumerable<(string Place, string Text)> TextsOf(
        PdfObjects objects, string page, Dictionary<int, IReadOnlyDictionary<string, string>> read, PaperBounds bounds)
    {
        RefuseNotes(objects, page);
        var fonts = PaperBounds.Found(FontOf(), objects.Small(PdfObjects.Reference(page, "Resources"))).ToDictionary(
            font => font.Groups["font"].Value[0] - '0', font => Characters(PdfObjects.Number(font.Groups["number"].Value)));
        return new PdfPageText(fonts, bounds).Read(Latin(objects.Stream(PdfObjects.Reference(page, "Contents"))));

        IReadOnlyDictionary<string, string> Characters(int font) => read.TryGetValue(font, out var known)
            ? known
            : read[font] = PdfPageText.Characters(
                Latin(objects.Stream(PdfObjects.Reference(objects.Small(font), "ToUnicode"))), bounds);
    }

    /// <summary>A note laid over a page may hide what stands there; links alone are ours.</summary>
    private static void RefuseNotes(PdfObjects objects, string page)
    {
        if (NotesOf().Match(page) is not { Success: true } notes)
            return;
        foreach (var note in PdfObjects.References(notes.Groups["notes"].Value).Select(objects.Small))
            if (!note.Contains("/Subtype /Link ", StringComparison.Ordinal) || note.Contains("/AP", StringComparison.Ordinal))
                throw PdfObjects.Foreign();
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    [GeneratedRegex(
        $"<dx:{PaperIdentity.Element}>(?<identity>[^<]{{1,2000}})</dx:{PaperIdentity.Element}>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DescribedBy();

    [GeneratedRegex(@"/F(?<font>\d) (?<number>\d{1,7}) 0 R", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FontOf();

    [GeneratedRegex(@"/Annots \[(?<notes>[^\[\]]*)\]", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotesOf();
}
