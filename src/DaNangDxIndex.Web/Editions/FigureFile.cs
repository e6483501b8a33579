using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Editions;

/// <summary>A file of figures as it was sent: columns agency,figure,value. Lines are counted from 1, the head included.</summary>
public sealed record FigureFile(IReadOnlyList<FigureFile.Row> Rows, IReadOnlyList<FigureFile.Fault> Faults)
{
    public sealed record Row(int Line, string Agency, string Figure, string Value);

    public sealed record Fault(int Line, Bilingual Sentence);

    /// <summary>
    /// A line of a wrong form is a fault and the reading goes on, so that all are found; it must not turn into a blank value.
    /// </summary>
    public static FigureFile Read(TextReader file)
    {
        var (rows, faults) = (new List<Row>(), new Faults());
        if (CsvTable.Open(file, "", faults, ["agency", "figure", "value"]) is { } table)
        {
            while (table.Read())
                rows.Add(new Row(table.Line, table[0].ToString(), table[1].ToString(), table[2].ToString()));
        }

        return new(rows, [.. faults.First.Select(fault => new Fault(Math.Max(1, fault.Line), fault.Message)), .. Repeated(rows)]);
    }

    private static IEnumerable<Fault> Repeated(List<Row> rows) =>
        from row in rows
        group row by (row.Agency, row.Figure) into same
        let first = same.First()
        from again in same.Skip(1)
        select new Fault(again.Line, new(
            $"Số liệu “{again.Figure}” của cơ quan “{again.Agency}” đã có ở dòng {first.Line}.",
            $"Figure “{again.Figure}” of agency “{again.Agency}” is already on line {first.Line}."));
}
