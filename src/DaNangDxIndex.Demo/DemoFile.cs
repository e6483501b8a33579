using System.Globalization;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Demo;

/// <summary>The files of this folder, carried inside the program.</summary>
public static class DemoFile
{
    public static string Text(string path)
    {
        using var stream = typeof(DemoFile).Assembly.GetManifestResourceStream($"Demo/{path}")
            ?? throw new InvalidOperationException($"There is no file {path} among the demo data.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a CSV file, each by column name; an empty cell is null.</summary>
    public static IReadOnlyList<Row> Rows(string path)
    {
        using var text = new StringReader(Text(path));
        var (rows, faults) = (new List<Row>(), new Faults());
        var csv = new CsvReader(text, path, faults);
        csv.Read();
        List<string> columns = [.. Enumerable.Range(0, csv.Count).Select(field => csv[field].ToString())];
        while (csv.Read())
            rows.Add(new(
                columns.Select((column, field) => (column, Cell: csv[field].ToString()))
                    .ToDictionary(cell => cell.column, cell => cell.Cell, StringComparer.Ordinal)));
        return faults.First is [var fault, ..] ? throw new InvalidOperationException(fault.In("en")) : rows;
    }

    public sealed record Row(IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells[column];

        public string? Maybe(string column) => Cells[column] is { Length: > 0 } cell ? cell : null;

        public DateOnly? Day(string column) =>
            Maybe(column) is { } cell ? DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

        public int? Number(string column) => Maybe(column) is { } cell ? int.Parse(cell, CultureInfo.InvariantCulture) : null;
    }
}
