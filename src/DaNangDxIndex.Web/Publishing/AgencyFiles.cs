using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Publishing.Findings;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>From the rows of an assessment to what findings need to know of it.</summary>
internal static class AgencyFiles
{
    public static AgencyFile Of(WholeAssessment whole) => new(whole.Assessment.Agency, whole.Assessment.State)
    {
        Reopened = whole.Reopened,
        ExtendedTo = whole.Assessment.ExtendedTo,
        ExtensionReason = whole.Assessment.ExtensionReason,
        OpenRequests = Codes(whole.Requests.Select(request => request.Criterion)
            .Except(whole.Verdicts.Select(verdict => verdict.Criterion), StringComparer.Ordinal)),
        StaleVerdicts = Codes(whole.Verdicts.Where(verdict => verdict.Stale).Select(verdict => verdict.Criterion)),
        VerdictsWithoutReason = Codes(whole.Verdicts.Where(IsWithoutReason).Select(verdict => verdict.Criterion)),
        CorrectionsWithoutReason = Codes(whole.Figures.Where(entry => entry.LacksReason).Select(entry => entry.Figure)),
    };

    private static bool IsWithoutReason(Verdict verdict) =>
        verdict.Decision != VerdictDecision.Accept && (verdict.Reason is null || string.IsNullOrWhiteSpace(verdict.Sentence));

    private static string[] Codes(IEnumerable<string> codes) => [.. codes.Order(StringComparer.Ordinal)];
}
