using System.Globalization;
using CsvHelper;

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
        using var csv = CsvReader.FromText(Text(path), new CsvReaderOptions { HasHeader = true, Separator = ',' });
        var rows = new List<Row>();
        while (csv.Read())
            rows.Add(new(csv.Headers.Select((column, index) => (column, index)).ToDictionary(cell => cell.column, cell => csv.GetString(cell.index), StringComparer.Ordinal)));
        return rows;
    }

    public sealed record Row(IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells[column];

        public string? Maybe(string column) => Cells[column] is { Length: > 0 } cell ? cell : null;

        public DateOnly? Day(string column) => Maybe(column) is { } cell ? DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

        public int? Number(string column) => Maybe(column) is { } cell ? int.Parse(cell, CultureInfo.InvariantCulture) : null;
    }
}
