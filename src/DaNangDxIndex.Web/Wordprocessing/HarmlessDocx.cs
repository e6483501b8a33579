using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Wordprocessing;

/// <summary>
/// An uploaded file, found by its content to be a .docx package of bounded size that holds no program, nothing embedded, and nothing that
/// is fetched from elsewhere when it is opened.
/// </summary>
internal static class HarmlessDocx
{
    public const int LargestFile = 2 * 1024 * 1024;
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
    private static readonly PackageBounds Bounds = new(MostParts: 500, LargestUnpacked: 16 * 1024 * 1024);
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly string[] Programs = ["vbaProject", "vbaData", "attachedToolbars", "customUI"];
    private static readonly string[] Embedded = ["/embeddings/", "/activeX/", "oleObject", "afchunk"];
    private static readonly string[] EmbeddedBy = ["/aFChunk", "/oleObject", "/package", "/control", "/activeXControlBinary"];
    internal static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="RuleViolation">Those of <see cref="DocxRefusal"/></exception>
    public static void Require(byte[] file)
    {
        if (file.Length == 0)
            throw DocxRefusal.Empty;
        if (file.Length > LargestFile)
            throw DocxRefusal.TooLarge;
        if (file.AsSpan().StartsWith(OldOffice))
            throw DocxRefusal.OldWord;
        if (!file.AsSpan().StartsWith("PK"u8))
            throw DocxRefusal.NotADocument;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false));
            if (!Bounds.Hold(archive))
                throw DocxRefusal.Bomb;
            RequireKind(archive);
            RequireOwnContent(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or XmlException)
        {
            throw DocxRefusal.Damaged;
        }
    }

    private static void RequireKind(ZipArchive archive)
    {
        List<string> parts = [.. archive.Entries.Select(entry => entry.FullName)];
        if (parts.Exists(part => Programs.Any(name => part.Contains(name, StringComparison.OrdinalIgnoreCase))))
            throw DocxRefusal.Macros;
        if (archive.GetEntry("[Content_Types].xml") is not { } types)
            throw DocxRefusal.NotADocument;
        List<string> kinds = [.. Read(types).Elements().Select(type => type.Attribute("ContentType")?.Value ?? "")];
        // A program may lie under any name; what it is stands in its type.
        if (kinds.Exists(kind => kind.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || kind.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            throw DocxRefusal.Macros;
        if (kinds.Contains(Template))
            throw DocxRefusal.Template;
        if (!kinds.Contains(Document))
            throw DocxRefusal.NotADocument;
        if (parts.Exists(part => Embedded.Any(name => part.Contains(name, StringComparison.OrdinalIgnoreCase))))
            throw DocxRefusal.Embedded;
    }

    private static void RequireOwnContent(ZipArchive archive)
    {
        foreach (var relation in archive.Entries.Where(part => part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            .SelectMany(part => Read(part).Elements()))
        {
            var type = relation.Attribute("Type")?.Value ?? "";
            if (Array.Exists(EmbeddedBy, name => type.EndsWith(name, StringComparison.OrdinalIgnoreCase)))
                throw DocxRefusal.Embedded;
            if (relation.Attribute("TargetMode")?.Value == "External" && !type.EndsWith("/hyperlink", StringComparison.Ordinal))
                throw DocxRefusal.External;
        }
    }

    private static XElement Read(ZipArchiveEntry part)
    {
        using var content = part.Open();
        using var reader = XmlReader.Create(content, Plain);
        return XElement.Load(reader);
    }
}
