using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>What an agency gives away by handing in blanks: the criteria that read one, and the most that each can still earn.</summary>
/// <param name="Points">
/// The most that filling the blanks can add, before the base is converted; nothing for a criterion without points.
/// </param>
public sealed record AtStake(Criterion Criterion, IReadOnlyList<Figure> Blank, Fraction Points)
{
    public static IReadOnlyList<AtStake> Of(AssessmentSheet sheet)
    {
        var scorecard = sheet.SelfAssessed;
        var blank = sheet.Form.Asked.Where(figure => sheet.Stored(figure) is null)
            .ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        return
        [
            .. from line in sheet.Form.Lines
               let missing = line.Criterion.Figures.Where(blank.ContainsKey).Distinct(StringComparer.Ordinal)
                   .Select(code => blank[code]).ToList()
               where missing.Count > 0
               let result = scorecard.ResultOf(line.Criterion.Code)
               select new AtStake(line.Criterion, missing, line.Criterion.Rule is null ? Fraction.Zero : result.Maximum - result.Points),
        ];
    }
}
