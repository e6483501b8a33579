using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>Which cell each part of the file came from, so that what the file's checks find is told of a cell.</summary>
internal sealed class SheetPlaces(string sheet)
{
    private static readonly Bilingual Blank = new("Ô này còn trống. Ghi nội dung.", "This cell is empty. Fill it in.");

    /// <summary>The sheet has no place for it: nobody could put it right in there.</summary>
    private static readonly Bilingual WithoutMethod = new(
        "Bộ chỉ số chưa có thang điểm và xếp loại, là phần không có trong bảng tính. Nhập ở trang “Tên gọi, thang điểm, xếp loại” "
            + "của bộ chỉ số, rồi gửi lại tệp này.",
        "The criteria have no scale and tiers yet, which a spreadsheet does not hold. Enter them on the page “Title, scale and tiers” "
            + "of these criteria, then send this file again.");

    private readonly Dictionary<string, TypedCell> _cells = new(StringComparer.Ordinal);

    public void Add(string pointer, TypedCell cell) => _cells.TryAdd(pointer, cell);

    /// <summary>The nearest cell: of the member that lacks, of the value, or of what it stands in.</summary>
    public CellFault FaultOf(CriteriaProblem problem)
    {
        var pointer = problem.Member is null ? problem.Pointer : $"{problem.Pointer}/{problem.Member}";
        for (var at = pointer; at.Length > 0; at = at[..at.LastIndexOf('/')])
        {
            if (_cells.TryGetValue(at, out var cell))
                return problem.Member is not null && at == pointer && cell.IsBlank ? cell.Wrong(Blank) : cell.Wrong(problem.Message);
        }

        return new(sheet, "A1", problem is { Pointer: "", Member: "method" } ? WithoutMethod : problem.Message);
    }
}
