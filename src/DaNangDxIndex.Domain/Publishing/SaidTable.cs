using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// A table of a bundle against the one that follows from its publication: row by row, in the columns that both have. A column that this
/// program does not write is one of another version, and is passed over; the key of the table and a value of every row must be there.
/// </summary>
internal static class SaidTable
{
    public static IEnumerable<Difference> Differences(BundleFile said, BundleFile follows)
    {
        var (found, expected) = (Rows(said), Rows(follows));
        var missing = Required(expected[0]).Except(found[0], StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            return missing.Select(column => new Difference($"{said.Path}:1", "–", column));
        var shared = expected[0].Where(found[0].Contains).ToList();
        return Enumerable.Range(1, Math.Max(found.Count, expected.Count) - 1)
            .Select(row => (Line: row + 1, Said: Taken(found, row, shared), Follows: Taken(expected, row, shared)))
            .Where(row => !string.Equals(row.Said, row.Follows, StringComparison.Ordinal))
            .Select(row => new Difference($"{said.Path}:{row.Line}", row.Said, row.Follows));
    }

    /// <summary>All that a first version wrote; later ones may add to it.</summary>
    private static IEnumerable<string> Required(IReadOnlyList<string> columns) =>
        columns.Except(["illustrative", "name", "name_en", "reason"], StringComparer.Ordinal);

    private static string Taken(List<string[]> rows, int row, List<string> columns)
    {
        if (row >= rows.Count)
            return "–";
        var places = columns.Select(column => Array.IndexOf(rows[0], column));
        return string.Join(',', places.Select(place => place < rows[row].Length ? rows[row][place] : ""));
    }

    private static List<string[]> Rows(BundleFile file)
    {
        var faults = new Faults();
        var reader = new CsvReader(new StringReader(file.Text), file.Path, faults);
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.Count).Select(field => reader[field].ToString())]);
        if (faults.Count > 0 || rows.Count == 0)
            throw new BundleFault(new($"{file.Path} không phải là tệp CSV hợp lệ.", $"{file.Path} is no valid CSV file."));
        return rows;
    }
}
