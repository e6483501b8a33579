using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Spreadsheets.Marking;

/// <summary>
/// The file that somebody sent, as it was, with each faulty cell on a coloured ground and one sheet
/// more that says what is wrong. Marked again after some corrections, it shows what is left.
/// </summary>
public static class MarkedWorkbook
{
    /// <param name="file">One that <see cref="TypedWorkbook.Read"/> has read.</param>
    /// <exception cref="RuleViolation">Those of <see cref="TypedWorkbook.Read"/></exception>
    public static byte[] Write(byte[] file, IReadOnlyList<CellFault> faults, string language)
    {
        using var archive = BoundedPackage.Open(file);
        try
        {
            return Write(new PackageParts(archive), faults, language);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or FormatException or InvalidOperationException)
        {
            throw SpreadsheetRefusal.Damaged;
        }
    }

    private static byte[] Write(PackageParts parts, IReadOnlyList<CellFault> faults, string language)
    {
        var related = parts.RelationshipsOf(parts.Workbook);
        var workbook = parts.Require(parts.Workbook);
        var stylePart = related.FirstOrDefault(relationship => relationship.Type == "styles")?.Part ?? throw SpreadsheetRefusal.Damaged;
        var styles = parts.Require(stylePart);
        var marked = new MarkedStyles(styles);
        var tabs = WorkbookTab.Of(workbook, related).Where(tab => tab.Part != FaultsSheet.Part).ToList();

        using var packed = new MemoryStream();
        using (var target = new PackageCopy(packed))
        {
            foreach (var tab in tabs)
                CopyCells(parts, tab, faults, marked, target);
            // Only now: copying the cells has made the styles.
            target.Add(stylePart, styles);
            target.Add(FaultsSheet.Part, FaultsSheet.Of(faults, language, workbook.Root?.Name.Namespace ?? XNamespace.None));
            FaultsSheet.AddTo(parts, workbook, language, target);
            target.AddRest(parts.Archive);
        }

        return packed.ToArray();
    }

    private static void CopyCells(
        PackageParts parts, WorkbookTab tab, IReadOnlyList<CellFault> faults, MarkedStyles styles, PackageCopy target)
    {
        var faulty = faults.Where(fault => fault.Sheet == tab.Name).Select(fault => CellAddress.Read(fault.Cell)).OfType<CellAddress>();
        using var reader = parts.Open(tab.Part) ?? throw SpreadsheetRefusal.Damaged;
        target.Add(tab.Part, stream =>
        {
            using var writer = XmlWriter.Create(stream);
            new MarkedCells(faulty, styles).Copy(reader, writer);
        });
    }

    /// <summary>A package that is written part by part; what is not written anew is taken over as it is.</summary>
    internal sealed class PackageCopy(Stream to) : IDisposable
    {
        private readonly ZipArchive _archive = new(to, ZipArchiveMode.Create, leaveOpen: true);
        private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

        public void Add(string part, Action<Stream> write)
        {
            if (!_written.Add(part))
                throw new InvalidDataException($"Part {part} is there twice.");
            using var stream = _archive.CreateEntry(part).Open();
            write(stream);
        }

        public void Add(string part, XDocument content) => Add(part, stream => content.Save(stream, SaveOptions.DisableFormatting));

        public void AddRest(ZipArchive from)
        {
            foreach (var entry in from.Entries.Where(entry => !_written.Contains(entry.FullName)))
            {
                using var source = entry.Open();
                Add(entry.FullName, source.CopyTo);
            }
        }

        public void Dispose() => _archive.Dispose();
    }
}
