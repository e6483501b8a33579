using System.Xml;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>
/// What somebody filled in and sent as .xlsx. A file that is larger, of another kind, encrypted, damaged or made to burst is refused as a
/// whole, with a sentence that says what to do; formulas count by the values that stand beside them.
/// </summary>
public sealed record TypedWorkbook(IReadOnlyList<TypedSheet> Sheets)
{
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>Content may stand in so many rows and columns of a sheet, counted from its first.</summary>
    public const int MostRows = 20_000;

    public const int MostColumns = 60;

    private const int MostSheets = 30;

    /// <exception cref="RuleViolation">Codes begin with <c>spreadsheet.</c></exception>
    public static TypedWorkbook Read(byte[] file)
    {
        using var archive = BoundedPackage.Open(file);
        try
        {
            return Sheeted(new PackageParts(archive));
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or FormatException or OverflowException)
        {
            throw SpreadsheetRefusal.Damaged;
        }
    }

    /// <summary>A table that may come as CSV as well, which is one sheet; judged by its content.</summary>
    /// <exception cref="RuleViolation">Codes begin with <c>spreadsheet.</c></exception>
    public static TypedWorkbook ReadOrCsv(byte[] file) =>
        IsCsv(file) ? new([TypedCsv.Read(file)]) : Read(file);

    public static bool IsCsv(byte[] file) => !file.AsSpan().StartsWith("PK"u8) && !file.AsSpan().Contains((byte)0);

    /// <summary>
    /// The sheet with one of these names; where there is none, the first that is shown, so that a renamed tab does no harm.
    /// </summary>
    public TypedSheet SheetOf(params ReadOnlySpan<string> names) =>
        Find(names) ?? Sheets.FirstOrDefault(sheet => !sheet.Hidden) ?? Sheets[0];

    /// <summary>The sheet with one of these names, of a file that has several; null where there is none.</summary>
    public TypedSheet? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Sheets.FirstOrDefault(sheet => Headings.Key(sheet.Name) == Headings.Key(name)) is { } found)
                return found;
        }
        return null;
    }

    private static TypedWorkbook Sheeted(PackageParts parts)
    {
        var workbook = parts.Require(parts.Workbook);
        var related = parts.RelationshipsOf(parts.Workbook);
        var properties = workbook.Descendants().FirstOrDefault(element => element.Name.LocalName == "workbookPr");
        var from1904 = (string?)properties?.Attribute("date1904") is "1" or "true";
        var reading = new SheetReading(
            SharedStrings.Read(PartOf("sharedStrings") is { } texts ? parts.Open(texts) : null),
            CellFormats.Read(PartOf("styles") is { } styles ? parts.Small(styles) : null),
            from1904);
        var sheets = WorkbookTab.Of(workbook, related).ToList();
        if (sheets.Count > MostSheets)
            throw SpreadsheetRefusal.TooManySheets;
        return sheets.Count > 0
            ? new([.. sheets.Select(tab => reading.Read(tab.Name, tab.Hidden, parts.Open(tab.Part)))])
            : throw SpreadsheetRefusal.NotASpreadsheet;

        string? PartOf(string type) => related.FirstOrDefault(relationship => relationship.Type == type)?.Part;
    }
}
