using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>
/// Parts of a package by name and by relationship. Elements are known by their local names, which both forms of the standard share.
/// </summary>
internal sealed class PackageParts(ZipArchive archive)
{
    private const int LargestSmallPart = 4 * 1024 * 1024;

    public ZipArchive Archive => archive;

    public sealed record Relationship(string Id, string Type, string Part);

    /// <summary>The workbook's own part.</summary>
    public string Workbook =>
        RelationshipsOf("").FirstOrDefault(relationship => relationship.Type == "officeDocument")?.Part
            ?? throw SpreadsheetRefusal.NotASpreadsheet;

    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var folder = Divide(part).Folder;
        return Find(RelationshipsName(part)) is not { } entry ? [] : [..
            from element in Small(entry).Descendants()
            where element.Name.LocalName == "Relationship" && (string?)element.Attribute("TargetMode") != "External"
            let type = (string?)element.Attribute("Type") ?? ""
            select new Relationship(
                (string?)element.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..],
                Resolve(folder, (string?)element.Attribute("Target") ?? ""))];
    }

    public static string RelationshipsName(string part)
    {
        var (folder, name) = Divide(part);
        return $"{folder}_rels/{name}.rels";
    }

    public XDocument? Small(string part) => Find(part) is { } entry ? Small(entry) : null;

    public XDocument Require(string part) => Small(part) ?? throw SpreadsheetRefusal.Damaged;

    /// <summary>To be read once from the beginning; null where there is no such part.</summary>
    public XmlReader? Open(string part) => Find(part) is { } entry ? Reader(entry, long.MaxValue) : null;

    private ZipArchiveEntry? Find(string part) =>
        archive.Entries.FirstOrDefault(entry => entry.FullName.Equals(part, StringComparison.OrdinalIgnoreCase));

    private static XDocument Small(ZipArchiveEntry entry)
    {
        using var reader = Reader(entry, LargestSmallPart);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XmlReader Reader(ZipArchiveEntry entry, long letters) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = letters == long.MaxValue ? 0 : letters,
        CloseInput = true,
    });

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not "." and not "..")
                steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private static (string Folder, string Name) Divide(string part)
    {
        var end = part.LastIndexOf('/') + 1;
        return (part[..end], part[end..]);
    }
}
