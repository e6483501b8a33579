using DaNangDxIndex.Assessments;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// A verdict with a reason on the same criterion at another agency, this year or before: the same case, the same decision.
/// </summary>
/// <param name="Points">Null unless points were set by hand.</param>
public sealed record Precedent(
    int Year, Bilingual Agency, VerdictDecision Decision, decimal? Points, ReasonCode Reason, string Sentence)
{
    /// <summary>Of each reason; the newest.</summary>
    public const int MostOfAReason = 3;
}
