using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace DaNangDxIndex.Spreadsheets;

public sealed class WorkbookTests
{
    private static readonly Sheet Sample = new(
        "Bảng xếp hạng",
        [new("Thứ hạng", 8), new("Cơ quan, đơn vị", 40), new("Tổng điểm", 10)],
        [
            [Cell.Of(1), Cell.Of("Sở Thông tin và Truyền thông"), Cell.OfInvariant("98.06")],
            [Cell.Empty, Cell.Of("=1+1"), Cell.OfInvariant(null)],
        ]);

    [Fact]
    public void A_workbook_is_what_the_standard_says()
    {
        using var document = Open(Workbook.Write([Sample, Sample with { Name = "Ghi chú", Filtered = false }]));

        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_are_numbers_with_the_decimals_they_were_published_with_and_texts_are_never_computed()
    {
        using var document = Open(Workbook.Write([Sample]));
        var cells = First(document).Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()
            .ToDictionary(cell => cell.CellReference?.Value ?? "");

        cells["C2"].DataType.ShouldBeNull();
        cells["C2"].CellValue.ShouldNotBeNull().Text.ShouldBe("98.06");
        FormatOf(document, cells["C2"]).ShouldBe("0.00");
        cells["B3"].DataType.ShouldNotBeNull().Value.ShouldBe(CellValues.InlineString);
        cells["B3"].InnerText.ShouldBe("=1+1");
        cells.Values.ShouldAllBe(cell => cell.CellFormula == null);
        cells.ShouldNotContainKey("A3");
    }

    [Fact]
    public void The_headings_stay_in_sight_and_filter_the_rows()
    {
        using var document = Open(Workbook.Write([Sample]));

        First(document).Descendants<Pane>().ShouldHaveSingleItem().State.ShouldNotBeNull().Value.ShouldBe(PaneStateValues.Frozen);
        First(document).Elements<AutoFilter>().ShouldHaveSingleItem().Reference.ShouldNotBeNull().Value.ShouldBe("A1:C3");
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes() => Workbook.Write([Sample]).SequenceEqual(Workbook.Write([Sample])).ShouldBeTrue();

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static Worksheet First(SpreadsheetDocument document) =>
        document.WorkbookPart.ShouldNotBeNull().WorksheetParts.OrderBy(part => part.Uri.ToString()).First().Worksheet;

    private static string? FormatOf(SpreadsheetDocument document, DocumentFormat.OpenXml.Spreadsheet.Cell cell)
    {
        var styles = document.WorkbookPart.ShouldNotBeNull().WorkbookStylesPart.ShouldNotBeNull().Stylesheet;
        var format = styles.CellFormats.ShouldNotBeNull().Elements<CellFormat>()
            .ElementAt((int)(cell.StyleIndex?.Value ?? 0)).NumberFormatId?.Value;
        return styles.NumberingFormats.ShouldNotBeNull().Elements<NumberingFormat>()
            .Single(numbering => numbering.NumberFormatId?.Value == format).FormatCode?.Value;
    }
}
