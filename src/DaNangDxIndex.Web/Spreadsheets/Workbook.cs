using DaNangDxIndex.Frame;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>An Office Open XML workbook. The same sheets give the same bytes.</summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var written = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(written, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            Fill(workbook, sheets);
        }

        written.Position = 0;
        return TimelessZip.Of(written);
    }

    private static void Fill(WorkbookPart workbook, IReadOnlyList<Sheet> sheets)
    {
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles.All;
        var tabs = new Sheets();
        var names = new DefinedNames();
        foreach (var (index, sheet) in sheets.Index())
        {
            workbook.AddNewPart<WorksheetPart>($"sheet{index + 1}").Worksheet = SheetXml.Of(sheet, first: index == 0);
            tabs.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = sheet.Name, SheetId = (uint)index + 1, Id = $"sheet{index + 1}",
                State = sheet.Hidden ? SheetStateValues.Hidden : null,
            });
            if (sheet.Filtered)
                names.Append(
                    Named("_xlnm._FilterDatabase", index, $"'{sheet.Name}'!{SheetXml.RangeOf(sheet, absolute: true)}", hidden: true));
            names.Append(Named("_xlnm.Print_Titles", index, $"'{sheet.Name}'!$1:$1", hidden: false));
        }

        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(tabs, names);
    }

    private static DefinedName Named(string name, int sheet, string range, bool hidden) =>
        new(range) { Name = name, LocalSheetId = (uint)sheet, Hidden = hidden ? true : null };
}
