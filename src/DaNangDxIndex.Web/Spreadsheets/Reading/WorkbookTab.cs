using System.Xml.Linq;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>A sheet as the workbook names it, and the part that holds it.</summary>
internal sealed record WorkbookTab(string Name, bool Hidden, string Part, XElement Element)
{
    /// <summary>Worksheets in the order of their tabs; charts and dialogs are left out.</summary>
    public static IEnumerable<WorkbookTab> Of(XDocument workbook, IReadOnlyList<PackageParts.Relationship> related) =>
        from sheet in workbook.Descendants()
        where sheet.Name.LocalName == "sheet" && sheet.Parent?.Name.LocalName == "sheets"
        let id = sheet.Attributes()
            .FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value
        let part = related.FirstOrDefault(relationship => relationship.Id == id && relationship.Type == "worksheet")?.Part
        where part is not null
        select new WorkbookTab(
            (string?)sheet.Attribute("name") ?? "", (string?)sheet.Attribute("state") is "hidden" or "veryHidden", part, sheet);
}
