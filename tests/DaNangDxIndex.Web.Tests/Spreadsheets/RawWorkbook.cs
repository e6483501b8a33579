using System.IO.Compression;
using System.Text;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>An .xlsx package as its parts say, for what no honest program writes.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="rows">What stands in the sheet's data.</param>
    /// <param name="more">Other parts, or the same ones otherwise.</param>
    public static byte[] Of(string rows, params (string Part, string Content)[] more) => Zip(
    [
        .. new[]
        {
            ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""),
            ("_rels/.rels", Relationships(("officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", Workbook()),
            ("xl/_rels/workbook.xml.rels", Relationships(
                ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"))),
            ("xl/sharedStrings.xml",
                $"""<sst xmlns="{Main}"><si><t>Đầu</t></si><si><r><t xml:space="preserve">Một </t></r><r><t>hai</t></r><rPh><t>x</t></rPh></si></sst>"""),
            ("xl/styles.xml", Styles),
            ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""),
        }.Where(part => more.All(other => other.Part != part.Item1)),
        .. more,
    ]);

    public static string Workbook(string properties = "") =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr {properties}/><sheets><sheet name="Danh sách" sheetId="1" r:id="r1"/></sheets></workbook>""";

    /// <summary>
    /// Style 1 is a day by the standard's number, 2 a day by its code, 3 a percentage, 4 a plain number with "day" in quotes.
    /// </summary>
    public static string Styles => $"""
        <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\/mm\/yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;day&quot;"/></numFmts>
        <fills count="1"><fill><patternFill patternType="none"/></fill></fills>
        <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>
        """;

    public static byte[] Zip(params IEnumerable<(string Part, string Content)> parts)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in parts)
            {
                using var stream = archive.CreateEntry(part).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return packed.ToArray();
    }

    private static string Relationships(params (string Type, string Target)[] related)
    {
        var each = related.Select((part, index) =>
            $"""<Relationship Id="r{index + 1}" Type="{Office}/{part.Type}" Target="{part.Target}"/>""");
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(each) + "</Relationships>";
    }
}
