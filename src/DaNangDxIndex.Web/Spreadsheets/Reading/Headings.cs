using DaNangDxIndex.Text;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>
/// Which column of a sheet is which: by code or by name in either language, whatever case, marks, spaces and remarks in brackets.
/// </summary>
internal sealed class Headings
{
    // The headings stand at the top, perhaps below a title and a document number.
    private const int LastRow = 30;

    private static readonly string[] NotRead = ["stt", "tt", "sothutu", "no", "ghichu", "note", "notes", "remarks"];

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private Headings(int row) => Row = row;

    public int Row { get; }

    public IReadOnlyDictionary<string, int> Columns => _columns;

    /// <summary>"Tên tiếng Việt (bắt buộc) *" is "tentiengviet".</summary>
    public static string Key(string text) => string.Concat(FoldedText.Of(text.Split('(')[0]).Where(char.IsAsciiLetterOrDigit));

    /// <summary>The row that names most columns, the first of several; null where none names any.</summary>
    public static Headings? Find(TypedSheet sheet, IReadOnlyList<TableColumn> columns, List<CellFault> faults)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            foreach (var name in (string[])[column.Code, column.Name.Vi, column.Name.En, .. column.Also])
                codes.TryAdd(Key(name), column.Code);
        }

        var row = sheet.Rows.Where(row => row.Number <= LastRow)
            .Select(row => (Row: row, Known: row.Cells.Values.Count(cell => codes.ContainsKey(Key(cell.Text)))))
            .Where(candidate => candidate.Known > 0)
            .OrderByDescending(candidate => candidate.Known)
            .FirstOrDefault().Row;
        if (row is null)
            return null;
        var headings = new Headings(row.Number);
        foreach (var (at, cell) in row.Cells.OrderBy(cell => cell.Key))
            headings.Take(at, cell, codes, columns, faults);
        return headings;
    }

    private void Take(int at, TypedCell cell, Dictionary<string, string> codes, IReadOnlyList<TableColumn> columns, List<CellFault> faults)
    {
        var key = Key(cell.Text);
        if (codes.TryGetValue(key, out var code))
        {
            if (!_columns.TryAdd(code, at))
                faults.Add(cell.Wrong($"Cột “{cell.Line}” có hai lần. Bỏ một cột.", $"Column “{cell.Line}” is there twice. Remove one."));
        }
        else if (key.Length > 0 && !NotRead.Contains(key, StringComparer.Ordinal))
        {
            faults.Add(cell.Wrong(
                $"Không có cột tên “{Short(cell.Line)}”. Các cột được nhận: {Names(columns, "vi")}. Sửa tên cột hoặc bỏ cột này.",
                $"There is no column called “{Short(cell.Line)}”. Columns are: {Names(columns, "en")}. "
                    + "Correct the heading or remove the column."));
        }
    }

    private static string Short(string text) => ShortText.Of(text, 60);

    private static string Names(IReadOnlyList<TableColumn> columns, string language) =>
        string.Join(", ", columns.Select(column => column.Name.In(language)));
}
