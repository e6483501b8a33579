using System.Globalization;
using System.Text;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>A sheet as CSV for a spreadsheet: a byte order mark, and the separator and decimal mark it expects.</summary>
public static class SheetCsv
{
    private const string ByteOrderMark = "\uFEFF";

    /// <param name="separator">A semicolon where the comma is the decimal mark, as in Vietnamese.</param>
    public static string Write(Sheet sheet, char separator)
    {
        var text = new StringBuilder(ByteOrderMark);
        CsvText.Append(text, separator, [.. sheet.Columns.Select(column => column.Heading)]);
        foreach (var row in sheet.Rows)
            CsvText.Append(text, separator, [.. row.Select(cell => FieldOf(cell, separator))]);
        return text.Replace("\n", "\r\n").ToString();
    }

    private static string FieldOf(Cell cell, char separator) => cell switch
    {
        Cell.Number { Value: var number, Decimals: var decimals } =>
            number.ToString($"F{decimals}", CultureInfo.InvariantCulture).Replace('.', separator == ';' ? ',' : '.'),
        Cell.Text { Value: var text } => CsvText.Plain(text),
        _ => "",
    };
}
