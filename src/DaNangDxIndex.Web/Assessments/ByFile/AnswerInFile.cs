using DaNangDxIndex.Criteria;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>What a file says to a criterion that was given back, where somebody wrote it or changed it.</summary>
/// <param name="ToMend">What is to be mended in it; null where nothing is any more.</param>
/// <param name="AtTemplate">What stood there when the template was made; null for nothing.</param>
/// <param name="Now">The answer that stands; null where none does.</param>
public sealed record AnswerInFile(Criterion Criterion, string? ToMend, string? AtTemplate, AnswerToReturn? Now, string Sentence)
{
    // A cell ends its lines by one sign and has its letters in one form, whatever was stored.
    private string? NowInCell => Now?.Sentence.ReplaceLineEndings("\n").Normalize();

    /// <summary>It is what stands already.</summary>
    public bool IsStored => Sentence == NowInCell;

    /// <summary>What somebody else wrote since the template was made stays.</summary>
    public bool GoesIn => ToMend is not null && !IsStored && (NowInCell is null || NowInCell == AtTemplate);

    /// <summary>Of a sheet of <see cref="ReturnedColumns"/>; what is wrong with its cells goes to the faults.</summary>
    internal static IReadOnlyList<AnswerInFile> Read(TypedTable table, TemplateMark mark, AssessmentSheet sheet, List<CellFault> faults)
    {
        faults.AddRange(table.Faults);
        var toMend = ReturnedCriteria.ToMend(sheet.Assessment);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var answers = new List<AnswerInFile>();
        foreach (var row in table.Rows)
        {
            var (code, cell) = (row[ReturnedColumns.Criterion], row[ReturnedColumns.Answer]);
            if (sheet.Form.Lines.FirstOrDefault(line => line.Criterion.Code == code.Line)?.Criterion is not { } criterion)
                faults.Add(code.Wrong(
                    "Hồ sơ này không có tiêu chí mang mã này. Ghi lại mã như tệp mẫu, hoặc xóa dòng.",
                    "The form has no criterion of this code. Write the code as in the template, or delete the row."));
            else if (!named.Add(criterion.Code))
                faults.Add(code.Wrong(
                    "Tiêu chí này đã có ở dòng trên. Xóa một dòng.", "It stands in a row above. Delete one of the rows."));
            else if (cell.Text.Length > AnswerToReturn.Longest)
                faults.Add(cell.Wrong(AnswerReturned.TooLong));
            else if (!cell.IsBlank && cell.Unreadable is null && cell.Text != mark.Answers.GetValueOrDefault(criterion.Code))
                answers.Add(new(
                    criterion, toMend.GetValueOrDefault(criterion.Code), mark.Answers.GetValueOrDefault(criterion.Code),
                    sheet.Assessment.Answers.GetValueOrDefault(criterion.Code), cell.Text));
        }
        return answers;
    }
}
