using DaNangDxIndex.Spreadsheets.Marking;
using DaNangDxIndex.Spreadsheets.Reading;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace DaNangDxIndex.Spreadsheets;

public sealed class MarkedWorkbookTests
{
    private static readonly byte[] Sent = Workbook.Write(
    [
        new Sheet("Danh mục", [new("Mã", 12), new("Tên", 40), new("Điểm", 10)],
        [
            [Cell.Of("so-yt"), Cell.Of("Sở Y tế"), Cell.OfInvariant("98.06")],
            [Cell.Of("so-yt"), Cell.Empty, Cell.OfInvariant("101.50")],
        ]),
    ]);

    private static readonly CellFault[] Faults =
    [
        new("Danh mục", "A3", new("Mã đã có ở dòng 2.", "The code is already in row 2.")),
        new("Danh mục", "B3", new("Thiếu tên.", "The name is missing.")),
    ];

    [Fact]
    public void The_file_comes_back_as_it_was_with_faulty_cells_coloured_and_a_sheet_that_says_why()
    {
        var marked = MarkedWorkbook.Write(Sent, Faults, "vi");

        Coloured(marked).ShouldBe(["A3", "B3"]);
        using var document = Open(marked);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var (before, after) = (TypedWorkbook.Read(Sent), TypedWorkbook.Read(marked));
        Texts(after.Sheets[0]).ShouldBe(Texts(before.Sheets[0]));
        after.Sheets.Select(sheet => sheet.Name).ShouldBe(["Danh mục", "Lỗi cần sửa"]);
        Texts(after.Sheets[1]).ShouldBe(
            ["Trang tính", "Ô", "Nội dung lỗi", "Danh mục", "A3", "Mã đã có ở dòng 2.", "Danh mục", "B3", "Thiếu tên."]);
    }

    [Fact]
    public void A_coloured_number_keeps_its_decimals()
    {
        var marked = MarkedWorkbook.Write(Sent, [new("Danh mục", "C3", new("Quá 100.", "Over 100."))], "vi");

        using var document = Open(marked);
        var styles = document.WorkbookPart.ShouldNotBeNull().WorkbookStylesPart.ShouldNotBeNull().Stylesheet.CellFormats.ShouldNotBeNull();
        uint? FormatOf(string at) =>
            ((CellFormat)styles.ElementAt((int)(CellAt(document, at).StyleIndex?.Value ?? 0))).NumberFormatId?.Value;
        FormatOf("C3").ShouldBe(FormatOf("C2"));
    }

    [Fact]
    public void Marked_again_it_shows_what_is_left()
    {
        var again = MarkedWorkbook.Write(MarkedWorkbook.Write(Sent, Faults, "vi"), [Faults[1]], "en");

        Coloured(again).ShouldBe(["B3"]);
        TypedWorkbook.Read(again).Sheets.Select(sheet => sheet.Name).ShouldBe(["Danh mục", "Faults to correct"]);
        using var document = Open(again);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    private static IEnumerable<string> Texts(TypedSheet sheet) =>
        sheet.Rows.SelectMany(row => row.Cells.OrderBy(cell => cell.Key).Select(cell => cell.Value.Text));

    private static List<string> Coloured(byte[] file)
    {
        using var document = Open(file);
        var styles = document.WorkbookPart.ShouldNotBeNull().WorkbookStylesPart.ShouldNotBeNull().Stylesheet;
        return [.. CellsOf(document).Where(IsColoured).Select(cell => cell.CellReference?.Value ?? "")];

        bool IsColoured(DocumentFormat.OpenXml.Spreadsheet.Cell cell)
        {
            var format = styles.CellFormats.ShouldNotBeNull().Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
            return styles.Fills.ShouldNotBeNull().Elements<Fill>().ElementAt((int)(format.FillId?.Value ?? 0)).InnerXml
                .Contains("FFC7CE", StringComparison.Ordinal);
        }
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell CellAt(SpreadsheetDocument document, string at) =>
        CellsOf(document).Single(cell => cell.CellReference == at);

    private static IEnumerable<DocumentFormat.OpenXml.Spreadsheet.Cell> CellsOf(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart.ShouldNotBeNull();
        var id = workbook.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id?.Value ?? "";
        return ((WorksheetPart)workbook.GetPartById(id)).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>();
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
}
