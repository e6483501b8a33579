using System.Globalization;
using System.Text;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Editions;

/// <summary>
/// A file of figures as it was sent: CSV or a spreadsheet with the columns agency, figure and value, or the numbers of a survey in place
/// of the value. Lines are counted from 1, the head included.
/// </summary>
public sealed record FigureFile(IReadOnlyList<FigureFile.Row> Rows, IReadOnlyList<FigureFile.Fault> Faults)
{
    public const int MostRows = 20_000;

    /// <summary>Another encoding is a fault of the file, not a text full of question marks.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="Survey">Wanted, least, sent, answered, satisfied as typed; empty where the row brings a value.</param>
    public sealed record Row(int Line, string Agency, string Figure, string Value, IReadOnlyList<string> Survey)
    {
        /// <summary>Where the faults of a spreadsheet are shown; null in CSV.</summary>
        public TypedCell? Cell { get; init; }

        public bool IsSurvey => Survey.Any(number => number.Length > 0);
    }

    /// <param name="Cell">Of a spreadsheet; null in CSV.</param>
    public sealed record Fault(int Line, Bilingual Sentence, CellFault? Cell = null)
    {
        public static Fault Of(Row row, Bilingual sentence) => new(row.Line, sentence, row.Cell?.Wrong(sentence));
    }

    /// <summary>
    /// A line of a wrong form is a fault and the reading goes on, so that all are found; it must not turn into a blank value.
    /// </summary>
    /// <exception cref="RuleViolation">Of a spreadsheet those of <see cref="TypedWorkbook.Read"/></exception>
    public static FigureFile Read(byte[] content)
    {
        if (content.AsSpan().StartsWith("PK"u8))
            return OfSpreadsheet(content);
        using var text = new StreamReader(new MemoryStream(content), Strict);
        return Read(text);
    }

    public static FigureFile Read(TextReader file)
    {
        var (rows, faults) = (new List<Row>(), new Faults());
        if (CsvTable.Open(file, "", faults, ["agency", "figure"], ["value", .. FigureColumns.Survey]) is { } table)
        {
            if (!table.Has(2) && !table.Has(5))
                faults.Add("", new(
                    "Thiếu cột “value”; dòng đầu phải có agency,figure,value.",
                    "The column “value” is missing; the first line must have agency,figure,value."));
            while (table.Read() && rows.Count < MostRows)
                rows.Add(new Row(
                    table.Line, table[0].ToString(), table[1].ToString(), table[2].ToString(),
                    [table[3].ToString(), table[4].ToString(), table[5].ToString(), table[6].ToString(), table[7].ToString()]));
        }

        return new(rows, [.. faults.First.Select(fault => new Fault(Math.Max(1, fault.Line), fault.Message)), .. Repeated(rows)]);
    }

    private static FigureFile OfSpreadsheet(byte[] content)
    {
        var table = TypedWorkbook.Read(content).SheetOf("Số liệu", "Figures").TableOf(FigureColumns.All);
        List<Row> rows =
        [
            .. table.Rows.Take(MostRows).Select(row => new Row(
                row.Number, row[FigureColumns.Agency].Line, row[FigureColumns.Figure].Line, TextOf(row[FigureColumns.Value]),
                [.. FigureColumns.Survey.Select(column => TextOf(row[column]))])
            {
                Cell = row[FigureColumns.Survey[3]] is { IsBlank: false } answered ? answered : row[FigureColumns.Value],
            })
            // The template lists every figure; a row that brings nothing says nothing.
            .Where(row => row.Value.Length > 0 || row.IsSurvey),
        ];
        return new(rows, [.. table.Faults.Select(fault => new Fault(LineOf(fault), fault.Sentence, fault)), .. Repeated(rows)]);
    }

    /// <summary>A number as it was typed, a percentage by its number: the file's values are invariant.</summary>
    private static string TextOf(TypedCell cell) => cell.Number is { } number && cell.Text.EndsWith('%')
        ? (number * 100).ToString("0.############", CultureInfo.InvariantCulture)
        : cell.Line;

    private static int LineOf(CellFault fault) => CellAddress.Read(fault.Cell)?.Row ?? 1;

    private static IEnumerable<Fault> Repeated(List<Row> rows) =>
        from row in rows
        group row by (row.Agency, row.Figure) into same
        let first = same.First()
        from again in same.Skip(1)
        select Fault.Of(again, new(
            $"Số liệu “{again.Figure}” của cơ quan “{again.Agency}” đã có ở dòng {first.Line}.",
            $"Figure “{again.Figure}” of agency “{again.Agency}” is already on line {first.Line}."));
}
