using System.Text;
using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Criteria.Sheets;
using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// A file that somebody sent to take a draft's place: a criteria file, or a workbook with one row a criterion. It stands in for the draft
/// only where it has no fault at all.
/// </summary>
/// <param name="Set">Null where there are faults.</param>
/// <param name="Cells">Faults of a workbook, each with its sheet and cell.</param>
/// <param name="Lines">Faults of a criteria file, each with its line.</param>
public sealed record SentCriteria(CriteriaSet? Set, IReadOnlyList<CellFault> Cells, IReadOnlyList<CriteriaProblem> Lines)
{
    /// <summary>A file of another year or group is taken over into this one: that is how an office begins with last year's.</summary>
    /// <exception cref="RuleViolation">Those of a spreadsheet that cannot be read.</exception>
    public static SentCriteria Read(byte[] file, CriteriaDraft draft, int year, string group)
    {
        if (file is [(byte)'P', (byte)'K', ..])
        {
            var (set, faults) = CriteriaSheets.Read(file, draft);
            return new(set, faults, []);
        }

        var reading = CriteriaFile.Read(Encoding.UTF8.GetString(file));
        return new(reading.Set is { } sent ? sent with { Edition = year, Group = group } : null, [], reading.Problems);
    }
}
