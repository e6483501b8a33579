using System.Xml.Linq;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Spreadsheets.Marking;

/// <summary>A sheet that lists what is wrong: sheet, cell (a link to it) and sentence.</summary>
internal static class FaultsSheet
{
    public const string Part = "xl/worksheets/dx-faults.xml";

    private const string Id = "dxFaults";
    private const string Types = "[Content_Types].xml";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    /// <summary>On its tab.</summary>
    public static Bilingual Name { get; } = new("Lỗi cần sửa", "Faults to correct");

    public static XDocument Of(IReadOnlyList<CellFault> faults, string language, XNamespace main)
    {
        string[] headings = language == "en" ? ["Sheet", "Cell", "What is wrong"] : ["Trang tính", "Ô", "Nội dung lỗi"];
        return new(new XElement(
            main + "worksheet",
            new XElement(main + "cols", Column(1, 24), Column(2, 10), Column(3, 110)),
            new XElement(
                main + "sheetData",
                Row(1, headings),
                faults.Select((fault, index) => Row(index + 2, [fault.Sheet, fault.Cell, fault.Sentence.In(language)]))),
            faults.Count == 0 ? null : new XElement(main + "hyperlinks", faults.Select(LinkOf))));

        XElement Column(int number, int width) =>
            new(main + "col", new XAttribute("min", number), new XAttribute("max", number), new XAttribute("width", width), new XAttribute(
                "customWidth", 1));

        XElement Row(int number, string[] texts) =>
            new(main + "row", new XAttribute("r", number), texts.Select((text, index) => new XElement(
                main + "c", new XAttribute("r", new CellAddress(number, index + 1)), new XAttribute("t", "inlineStr"),
                new XElement(main + "is", new XElement(main + "t", text)))));

        XElement LinkOf(CellFault fault, int index) => new(
            main + "hyperlink",
            new XAttribute("ref", $"B{index + 2}"),
            new XAttribute("location", $"'{fault.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{fault.Cell}"),
            new XAttribute("display", fault.Cell));
    }

    /// <summary>Names the sheet in the workbook, its relationships and the package; an earlier one of ours gives way.</summary>
    public static void AddTo(PackageParts parts, XDocument workbook, string language, MarkedWorkbook.PackageCopy target)
    {
        var sheets = workbook.Descendants().First(element => element.Name.LocalName == "sheets");
        var idName = sheets.Elements().Attributes()
            .First(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0).Name;
        // A spreadsheet program that saved the marked file has given the sheet another part, but left it its name.
        sheets.Elements().Where(sheet => (string?)sheet.Attribute(idName) == Id || IsOurs((string?)sheet.Attribute("name"))).Remove();
        var number = sheets.Elements().Max(sheet => (int?)sheet.Attribute("sheetId")) ?? 0;
        sheets.Add(new XElement(
            sheets.Name.Namespace + "sheet", new XAttribute("name", Name.In(language)), new XAttribute("sheetId", number + 1),
            new XAttribute(idName, Id)));
        target.Add(parts.Workbook, workbook);

        var relationships = parts.Require(PackageParts.RelationshipsName(parts.Workbook));
        Replace(relationships, "Id", Id, new XElement(
            XName.Get("Relationship", Package + "relationships"),
            new XAttribute("Id", Id), new XAttribute("Type", idName.NamespaceName + "/worksheet"), new XAttribute("Target", "/" + Part)));
        target.Add(PackageParts.RelationshipsName(parts.Workbook), relationships);

        var types = parts.Require(Types);
        Replace(types, "PartName", "/" + Part, new XElement(
            XName.Get("Override", Package + "content-types"), new XAttribute("PartName", "/" + Part),
            new XAttribute("ContentType", ContentType)));
        target.Add(Types, types);
    }

    private static bool IsOurs(string? name) => name == Name.Vi || name == Name.En;

    private static void Replace(XDocument list, string key, string value, XElement by)
    {
        list.Root?.Elements().Where(element => (string?)element.Attribute(key) == value).Remove();
        list.Root?.Add(by);
    }
}
