using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>One sheet as the standard writes it; the order of the parts is the standard's.</summary>
internal static class SheetXml
{
    public static Worksheet Of(Sheet sheet, bool first)
    {
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(FrozenView(first)),
            new Columns(sheet.Columns.Select((column, index) => new DocumentFormat.OpenXml.Spreadsheet.Column
            {
                Min = (uint)index + 1,
                Max = (uint)index + 1,
                Width = column.Width,
                CustomWidth = true,
            })),
            new SheetData(sheet.Rows.Select((cells, index) => RowOf(index + 2, cells)).Prepend(HeadingsOf(sheet))));
        if (sheet.Locked)
            worksheet.Append(new SheetProtection
            {
                Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false,
            });
        if (sheet.Filtered)
            worksheet.Append(new AutoFilter { Reference = RangeOf(sheet, absolute: false) });
        if (Validations.Of(sheet) is { } bounds)
            worksheet.Append(bounds);
        worksheet.Append(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        worksheet.Append(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        return worksheet;
    }

    public static string RangeOf(Sheet sheet, bool absolute)
    {
        var (column, row) = (CellAddress.Letters(sheet.Columns.Count), sheet.Rows.Count + 1);
        return absolute ? $"$A$1:${column}${row}" : $"A1:{column}{row}";
    }

    private static SheetView FrozenView(bool first) => new(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2" } })
    {
        WorkbookViewId = 0,
        TabSelected = first ? true : null,
    };

    private static Row HeadingsOf(Sheet sheet) => new(sheet.Columns.Select((column, index) =>
        TextCell(1, index, column.Heading, Styles.Heading)))
    {
        RowIndex = 1,
        // Headings wrap; a height of their own, because not every program finds it by itself.
        Height = 48,
        CustomHeight = true,
    };

    private static Row RowOf(int row, IReadOnlyList<Cell> cells) =>
        new(cells.Select((cell, index) => CellOf(row, index, cell)).OfType<OpenXmlElement>()) { RowIndex = (uint)row };

    private static OpenXmlElement? CellOf(int row, int column, Cell cell) => cell switch
    {
        Cell.Text text => TextCell(row, column, text.Value, Styles.Text),
        Cell.Number number =>
            new DocumentFormat.OpenXml.Spreadsheet.Cell(new CellValue(number.Value.ToString(CultureInfo.InvariantCulture)))
        {
            CellReference = new CellAddress(row, column + 1).ToString(),
            StyleIndex = Styles.Number(number.Decimals),
        },
        Cell.Input { Value: Cell.Text text } => TextCell(row, column, text.Value, Styles.Input),
        Cell.Input { Value: var value } => InputCell(row, column, value as Cell.Number),
        _ => null,
    };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell InputCell(int row, int column, Cell.Number? number)
    {
        var cell = new DocumentFormat.OpenXml.Spreadsheet.Cell
        {
            CellReference = new CellAddress(row, column + 1).ToString(), StyleIndex = Styles.Input,
        };
        if (number is not null)
            cell.Append(new CellValue(number.Value.ToString(CultureInfo.InvariantCulture)));
        return cell;
    }

    /// <summary>A text is a string to every program, even where it begins with "=".</summary>
    private static DocumentFormat.OpenXml.Spreadsheet.Cell TextCell(int row, int column, string text, uint style) =>
        new(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = new CellAddress(row, column + 1).ToString(),
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };
}
