using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.Findings;

/// <summary>What the files of the agencies say: who did not submit, who had more time, what was left undecided or without a
/// reason.</summary>
internal static class FileFindings
{
    public static IEnumerable<(FindingKind Kind, FindingCase Case)> Of(
        PublishedGroup table, IReadOnlyDictionary<string, AgencyFile> files) =>
        from entrant in table.Entrants
        where files.ContainsKey(entrant.Agency)
        from found in Of(table.Criteria, files[entrant.Agency])
        select (found.Kind, new FindingCase(table.Code, entrant.Agency, entrant.Name, found.Detail, found.Criterion));

    private static IEnumerable<(FindingKind Kind, Bilingual? Detail, string? Criterion)> Of(CriteriaSet set, AgencyFile file)
    {
        if (file.State == AssessmentState.NotSubmitted)
            yield return (FindingKind.NotSubmitted, null, null);
        else if (file.State != AssessmentState.Final)
            yield return (FindingKind.NotFinal, file.Reopened is { } open ? Reopened(open) : file.State.InWords(), null);
        if (file.ExtendedTo is { } to)
            yield return (FindingKind.Extension, Extended(to, file.ExtensionReason), null);
        if (file.OpenRequests.Count > 0)
            yield return (FindingKind.OpenRequest, Criteria(file.OpenRequests), file.OpenRequests[0]);
        if (file.StaleVerdicts.Count > 0)
            yield return (FindingKind.StaleVerdict, Criteria(file.StaleVerdicts), file.StaleVerdicts[0]);
        if (file.VerdictsWithoutReason.Count > 0)
            yield return (FindingKind.VerdictWithoutReason, Criteria(file.VerdictsWithoutReason), file.VerdictsWithoutReason[0]);
        if (file.CorrectionsWithoutReason is [var figure, ..])
            yield return (FindingKind.CorrectionWithoutReason,
                FigureFindings.Figures(set, file.CorrectionsWithoutReason), FigureFindings.ReaderOf(set, figure));
    }

    private static Bilingual Reopened(string criterion) => new($"đang mở lại tiêu chí {criterion}", $"criterion {criterion} is open again");

    private static Bilingual Extended(DateTimeOffset to, string? reason) => new(
        $"đến {VietNamTime.Deadline(to, "vi")}; lý do: {reason}", $"to {VietNamTime.Deadline(to, "en")}; reason: {reason}");

    private static Bilingual Criteria(IReadOnlyList<string> codes)
    {
        var list = string.Join(", ", codes);
        return new($"tiêu chí {list}", $"{(codes.Count == 1 ? "criterion" : "criteria")} {list}");
    }
}
