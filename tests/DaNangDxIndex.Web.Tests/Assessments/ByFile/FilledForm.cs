using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>A template as somebody fills it in with a spreadsheet program.</summary>
internal static class FilledForm
{
    /// <param name="cells">By figure: a decimal is a number, a string is a text, null empties the cell.</param>
    public static byte[] With(byte[] template, params (string Figure, object? Value)[] cells)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            foreach (var (figure, value) in cells)
                Put(CellOf(document, figure), value);
        }
        return file.ToArray();
    }

    /// <summary>With sentences in the column of explanations.</summary>
    public static byte[] Saying(byte[] template, params (string Figure, string Sentence)[] sentences)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            foreach (var (figure, sentence) in sentences)
                Put(CellOf(document, figure, 'G'), sentence);
        }
        return file.ToArray();
    }

    /// <summary>With answers to what was given back, by criterion.</summary>
    public static byte[] Answering(byte[] template, params (string Criterion, string Sentence)[] answers)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            // A criterion with its figures stands in rows of nine cells, what was given back in rows of four.
            foreach (var (criterion, sentence) in answers)
                Put(Rows(document).Select(row => row.Elements<Cell>().ToList())
                    .Single(cells => cells.Count == 4 && cells[0].InnerText == criterion)[^1], sentence);
        }
        return file.ToArray();
    }

    /// <summary>The address of a figure's value, as its tab and cell.</summary>
    public static string Address(byte[] template, string figure)
    {
        using var file = new MemoryStream(template);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        return CellOf(document, figure).CellReference?.Value ?? "";
    }

    private static Cell CellOf(SpreadsheetDocument document, string figure, char column = 'F') => Rows(document)
        .Single(row => row.Elements<Cell>().Any(cell => cell.CellReference?.Value?.StartsWith('B') == true && cell.InnerText == figure))
        .Elements<Cell>().Single(cell => cell.CellReference?.Value?.StartsWith(column) == true);

    private static IEnumerable<Row> Rows(SpreadsheetDocument document) =>
        document.WorkbookPart.ShouldNotBeNull().WorksheetParts.SelectMany(part => part.Worksheet.ShouldNotBeNull().Descendants<Row>());

    private static void Put(Cell cell, object? value)
    {
        cell.RemoveAllChildren();
        cell.DataType = null;
        if (value is decimal number)
        {
            cell.Append(new CellValue(number.ToString(CultureInfo.InvariantCulture)));
        }
        else if (value is string text)
        {
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)));
        }
    }
}
