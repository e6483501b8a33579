namespace DaNangDxIndex.Csv;

/// <summary>A CSV file with a header: columns are found by name, in any order; columns nobody asked for are passed over.</summary>
public sealed class CsvTable
{
    private readonly CsvReader _rows;
    private readonly int[] _places;
    private readonly int _width;

    private CsvTable(CsvReader rows, int[] places, int width) => (_rows, _places, _width) = (rows, places, width);

    /// <summary>Line of the present row, from 1.</summary>
    public int Line => _rows.Line;

    /// <summary>The field under the n-th of the columns that were asked for; empty when the file has no such column.</summary>
    public ReadOnlySpan<char> this[int column] => _places[column] < 0 ? default : _rows[_places[column]].Trim();

    public bool Has(int column) => _places[column] >= 0;

    /// <summary>Reads the header. Null, with a fault for each, when a needed column is missing or named twice.</summary>
    public static CsvTable? Open(
        TextReader text, string file, Faults faults, IReadOnlyList<string> needed, params IReadOnlyList<string> optional)
    {
        var reader = new CsvReader(text, file, faults);
        var before = faults.Count;
        if (!reader.Read())
        {
            faults.Add(file, new(
                $"Tệp trống; dòng đầu phải là {string.Join(',', needed)}.",
                $"The file is empty; its first line must be {string.Join(',', needed)}."));
            return null;
        }

        var header = Enumerable.Range(0, reader.Count).Select(field => reader[field].Trim().ToString()).ToList();
        for (var field = 0; field < header.Count; field++)
        {
            if (header.IndexOf(header[field]) < field)
                reader.Fault(field, new($"Cột “{header[field]}” có hai lần.", $"The column \"{header[field]}\" appears twice."));
        }

        if (header is [var whole] && whole.IndexOfAny([';', '\t']) is >= 0 and var at)
        {
            var (vi, en) = whole[at] == ';' ? ("dấu chấm phẩy", "semicolons") : ("dấu tab", "tabs");
            reader.Fault(0, new(
                $"Các cột đang được ngăn bằng {vi}; lưu lại ở dạng CSV ngăn bằng dấu phẩy.",
                $"The columns are separated by {en}; save the file as CSV separated by commas."));
            return null;
        }

        foreach (var name in needed.Where(name => !header.Contains(name, StringComparer.Ordinal)))
        {
            reader.Fault(header.Count - 1, new(
                $"Thiếu cột “{name}”; dòng đầu phải có {string.Join(',', needed)}.",
                $"The column \"{name}\" is missing; the first line must have {string.Join(',', needed)}."));
        }

        return faults.Count > before
            ? null
            : new CsvTable(reader, [.. needed.Concat(optional).Select(name => header.IndexOf(name))], header.Count);
    }

    /// <summary>Moves to the next row with as many fields as the header; rows with more or fewer are faults.</summary>
    public bool Read()
    {
        while (_rows.Read())
        {
            if (_rows.Count == _width)
                return true;
            _rows.Fault(_width, new(
                $"Dòng có {_rows.Count} ô, cần {_width} ô như dòng đầu.",
                $"The row has {_rows.Count} fields and needs {_width} as the first line has."));
        }

        return false;
    }

    public void Fault(int column, Bilingual message) => _rows.Fault(Math.Max(0, _places[column]), message);
}
