using System.Text;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>
/// CSV as one sheet, so that a table is read and its faults are told the same way whether it came as CSV or as a workbook: a spreadsheet
/// program that opens the file shows the same cells.
/// </summary>
internal static class TypedCsv
{
    private const string Sheet = "CSV";

    /// <summary>Another encoding is a fault of the file, not a text full of question marks.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RuleViolation">
    /// <c>spreadsheet.csv</c>, with the line, where the text itself is malformed; and where there is too much of it.
    /// </exception>
    public static TypedSheet Read(byte[] file)
    {
        var faults = new Faults();
        using var text = new StreamReader(new MemoryStream(file), Strict);
        var reader = new CsvReader(text, "", faults);
        var rows = new List<TypedSheet.Row>();
        // A field may hold line ends: rows are numbered as a spreadsheet program shows them.
        for (var number = 1; reader.Read(); number++)
        {
            if (number > TypedWorkbook.MostRows)
                throw SpreadsheetRefusal.TooManyRows(Sheet);
            if (reader.Count > TypedWorkbook.MostColumns)
                throw SpreadsheetRefusal.TooManyColumns(Sheet);
            rows.Add(RowOf(number, reader));
        }

        if (faults.First is [var first, ..])
            throw SpreadsheetRefusal.MalformedCsv(first.Line, first.Message);
        return rows is [{ Cells.Count: 1 } head, ..] && head.Cells.Values.First().Text.IndexOfAny([';', '\t']) >= 0
            ? throw SpreadsheetRefusal.OtherSeparator
            : new(Sheet, false, rows);
    }

    private static TypedSheet.Row RowOf(int number, CsvReader reader) => new(
        number,
        Enumerable.Range(0, reader.Count)
            .Select(field => (Address: new CellAddress(number, field + 1).ToString(), Text: CellText.Typed(reader[field].ToString())))
            .Select(field => new TypedCell(Sheet, field.Address, field.Text.Text) { Unreadable = field.Text.Unreadable })
            .Select((cell, at) => (Cell: cell, At: at + 1)).Where(typed => !typed.Cell.IsBlank || typed.Cell.Unreadable is not null)
            .ToDictionary(typed => typed.At, typed => typed.Cell));
}
