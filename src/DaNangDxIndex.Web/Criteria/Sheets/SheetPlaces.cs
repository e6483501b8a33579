using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>Which cell each part of the file came from, so that what the file's checks find is told of a cell.</summary>
internal sealed class SheetPlaces(string sheet)
{
    private readonly Dictionary<string, TypedCell> _cells = new(StringComparer.Ordinal);

    public void Add(string pointer, TypedCell cell) => _cells.TryAdd(pointer, cell);

    /// <summary>The nearest cell: of the member that lacks, of the value, or of what it stands in.</summary>
    public CellFault FaultOf(CriteriaProblem problem)
    {
        var pointer = problem.Member is null ? problem.Pointer : $"{problem.Pointer}/{problem.Member}";
        for (var at = pointer; at.Length > 0; at = at[..at.LastIndexOf('/')])
        {
            if (_cells.TryGetValue(at, out var cell))
                return cell.Wrong(problem.Message);
        }

        return new(sheet, "A1", problem.Message);
    }
}
