using DaNangDxIndex.Assessments;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>What an agency is told when a round of its assessment is closed.</summary>
internal static class ClosedInWords
{
    public static Notify.ToAgency Notice(AppraisalSheet sheet)
    {
        var (year, agency, name) = (sheet.Assessment.Year, sheet.Assessment.Agency, sheet.Agency.Name);
        var final = sheet.Assessment.State == AssessmentState.Final;
        var points = Points(sheet);
        return new(
            agency, final ? NoticeKind.Finalised : NoticeKind.Appraised,
            $"{(final ? "finalised" : "appraised")}/{year}/{agency}/{sheet.Assessment.Version}", NoticePath.Result(year, agency),
            final ? NoticeInWords.Finalised(year, name, points)
                : NoticeInWords.Appraised(year, name, points, sheet.Edition.RepliesCloseAt));
    }

    /// <summary>The total as it stands, and what is still open where it hangs on other agencies.</summary>
    private static Bilingual Points(AppraisalSheet sheet)
    {
        var card = sheet.Appraised(null);
        var open = card.Open.Maximum;
        return new(
            $"{Number(card.Total, "vi")} điểm" + (open == 0 ? "" : $" (chưa kể tối đa {Number(open, "vi")} điểm chưa tính)"),
            $"{Number(card.Total, "en")} points" + (open == 0 ? "" : $" (at most {Number(open, "en")} more are still open)"));

        string Number(Fraction points, string language) => NumberText.Fixed(points, sheet.Criteria.Method.Decimals, language);
    }
}
