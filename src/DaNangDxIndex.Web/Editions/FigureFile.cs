using CsvHelper;

namespace DaNangDxIndex.Editions;

/// <summary>A file of figures as it was sent: columns agency,figure,value. Lines are counted from 1, the head included.</summary>
public sealed record FigureFile(IReadOnlyList<FigureFile.Row> Rows, IReadOnlyList<FigureFile.Fault> Faults)
{
    private static readonly string[] Columns = ["agency", "figure", "value"];

    public sealed record Row(int Line, string Agency, string Figure, string Value);

    public sealed record Fault(int Line, Bilingual Sentence);

    public static FigureFile Read(TextReader file)
    {
        var (rows, broken) = (new List<Row>(), new SortedSet<int>());
        using var csv = CsvReader.Create(file, Strict(line => broken.Add(line)), leaveOpen: true);
        csv.ReadHeader();
        if (!Columns.All(column => csv.Headers.Contains(column, StringComparer.Ordinal)))
            return new([], [new Fault(1, new("Dòng đầu phải là: agency,figure,value", "The first line must be: agency,figure,value"))]);
        while (csv.Read())
            rows.Add(new Row((int)csv.LineNumber, csv.GetString("agency"), csv.GetString("figure"), csv.GetString("value")));
        return new(rows, [.. broken.Select(Malformed), .. Repeated(rows)]);
    }

    /// <summary>A file cut short or with an open quote must not turn into blank values: such lines are skipped and told, and the reading goes on to find them all.</summary>
    private static CsvReaderOptions Strict(Action<int> broken) => CsvReaderOptions.Default with
    {
        Separator = ',',
        TrimWhitespace = true,
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = record => broken((int)record.LineNumber),
    };

    private static Fault Malformed(int line) =>
        new(line, new("Dòng này không đúng dạng CSV: thiếu cột, thừa cột hoặc sai dấu ngoặc kép.", "This line is not valid CSV: a column is missing or too many, or a quote is wrong."));

    private static IEnumerable<Fault> Repeated(List<Row> rows) =>
        from row in rows
        group row by (row.Agency, row.Figure) into same
        let first = same.First()
        from again in same.Skip(1)
        select new Fault(again.Line, new(
            $"Số liệu “{again.Figure}” của cơ quan “{again.Agency}” đã có ở dòng {first.Line}.", $"Figure “{again.Figure}” of agency “{again.Agency}” is already on line {first.Line}."));
}
