namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>
/// Rows below the headings, each cell under its column's code; and what is
/// wrong with headings and cells before any rule of a feature is asked.
/// </summary>
public sealed class TypedTable
{
    private const int MostFaults = 1_000;

    private readonly List<CellFault> _faults = [];

    private TypedTable(string sheet) => Sheet = sheet;

    public string Sheet { get; }

    public IReadOnlyList<TypedRow> Rows { get; private set; } = [];

    /// <summary>At most a thousand: who reads so many begins anew.</summary>
    public IReadOnlyList<CellFault> Faults => _faults;

    internal static TypedTable Of(TypedSheet sheet, IReadOnlyList<TableColumn> columns, bool mayBeEmpty)
    {
        var table = new TypedTable(sheet.Name);
        if (Headings.Find(sheet, columns, table._faults) is not { } headings)
            table._faults.Add(new(sheet.Name, "A1", NoHeadings(columns)));
        else
            table.Fill(sheet, columns, headings, mayBeEmpty);
        return table;
    }

    private void Fill(TypedSheet sheet, IReadOnlyList<TableColumn> columns, Headings headings, bool mayBeEmpty)
    {
        foreach (var missing in columns.Where(column => column.Required && !headings.Columns.ContainsKey(column.Code)))
            _faults.Add(new(
                Sheet, new CellAddress(headings.Row, 1).ToString(),
                new($"Thiếu cột “{missing.Name.Vi}”.", $"Column “{missing.Name.En}” is missing.")));
        Rows =
        [
            .. sheet.Rows.Where(row => row.Number > headings.Row)
                .Select(row => new TypedRow(Sheet, row, headings.Columns))
                .Where(row => row.Cells.Any()),
        ];
        foreach (var cell in Rows.SelectMany(row => row.Cells).Where(_ => _faults.Count < MostFaults))
        {
            if (cell.Unreadable is { } sentence)
                _faults.Add(cell.Wrong(sentence));
        }
        if (Rows.Count == 0 && _faults.Count == 0 && !mayBeEmpty)
            _faults.Add(new(Sheet, new CellAddress(headings.Row + 1, 1).ToString(), new(
                "Chưa có dòng nào dưới dòng tên cột. Điền dữ liệu rồi gửi lại.",
                "There is no row below the headings. Fill in the data and send the file.")));
    }

    private static Bilingual NoHeadings(IReadOnlyList<TableColumn> columns) => new(
        $"Không tìm thấy dòng tên cột ({Required(columns, "vi")}) trong 30 dòng đầu. Dùng tệp mẫu.",
        $"No row of headings ({Required(columns, "en")}) in the first 30 rows. Use the template.");

    private static string Required(IReadOnlyList<TableColumn> columns, string language) =>
        string.Join(", ", columns.Where(column => column.Required).Select(column => column.Name.In(language)));
}
