using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Appraisal;

/// <summary>Which appraiser decides what, and when a round may close.</summary>
public static class AppraisalRules
{
    /// <summary>
    /// The lead appraiser may check everything; an appraiser what their agency verifies, and what no unit is named for.
    /// That nobody checks their own agency is a rule of the assessment itself (AssessmentRules).
    /// </summary>
    public static bool IsInFieldOf(Actor actor, string? verifyingUnit) =>
        actor.Is(Role.LeadAppraiser) || verifyingUnit is null || actor.BelongsTo(verifyingUnit);

    /// <exception cref="RuleViolation"><c>appraisal.not-your-field</c></exception>
    public static void RequireField(Actor actor, string? verifyingUnit)
    {
        if (!IsInFieldOf(actor, verifyingUnit))
            throw new RuleViolation("appraisal.not-your-field", new(
                "Tiêu chí, số liệu này do đơn vị khác thẩm định; bạn chỉ được xem.",
                "Another unit appraises this criterion or figure. You can read it, but not decide on it."));
    }

    /// <summary>
    /// There is something to appraise: what an agency never handed in does not lie on the bench, unless it was recorded as not submitted
    /// and the method scores it on what is there.
    /// </summary>
    public static bool IsOnTheBench(Assessment assessment, Method method) => assessment.State switch
    {
        AssessmentState.Entering => false,
        AssessmentState.AwaitingApproval => assessment.SubmittedDigest is not null,
        AssessmentState.NotSubmitted => !AssessmentRules.IsLeftOut(assessment.State, method),
        AssessmentState.Submitted or AssessmentState.Returned
            or AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Final
            or AssessmentState.Reopened => true,
    };

    /// <summary>
    /// Criteria that have no verdict in this round, or one that a corrected figure made stale, or that was opened again. Information needs
    /// none.
    /// </summary>
    public static IReadOnlyList<string> Waiting(CriteriaSet criteria, IEnumerable<Verdict> verdicts, int round, Reopening? reopening)
    {
        var decided = verdicts.Where(verdict => verdict.Round == round && !verdict.Stale && !WasOpenedAgain(verdict, reopening))
            .Select(verdict => verdict.Criterion).ToHashSet(StringComparer.Ordinal);
        return [.. criteria.Criteria.Where(criterion => criterion.Rule is not null && !decided.Contains(criterion.Code))
            .Select(criterion => criterion.Code)];
    }

    /// <summary>The verdict was given before its criterion was opened again, and has not been given anew.</summary>
    public static bool WasOpenedAgain(Verdict verdict, Reopening? reopening) =>
        reopening is { IsOpen: true } open && string.Equals(open.Criterion, verdict.Criterion, StringComparison.Ordinal)
        && verdict.DecidedAt <= open.OpenedAt;

    /// <summary>
    /// In a reopened assessment the criterion that was opened is decided, and what waits because a figure of it was corrected; all else
    /// stays as it is.
    /// </summary>
    /// <param name="waiting">Criteria without a verdict that stands.</param>
    public static bool IsOpen(string criterion, Reopening? reopening, IEnumerable<string> waiting) =>
        reopening is not { IsOpen: true } open || string.Equals(open.Criterion, criterion, StringComparison.Ordinal)
        || waiting.Contains(criterion, StringComparer.Ordinal);

    /// <summary>The figures that are checked in a reopened assessment are those of the criterion that was opened.</summary>
    public static bool IsFigureOpen(CriteriaSet criteria, string figure, Reopening? reopening) =>
        reopening is not { IsOpen: true } open
        || (criteria.Criterion(open.Criterion)?.Figures.Contains(figure, StringComparer.Ordinal) ?? false);

    public static RuleViolation NotReopened(Reopening? reopening) => new("appraisal.not-reopened", new(
        $"Hồ sơ chỉ được mở lại để thẩm định tiêu chí {reopening?.Criterion} và số liệu của tiêu chí đó.",
        $"The assessment was reopened for criterion {reopening?.Criterion} and its figures only."));

    /// <summary>
    /// Accepting all that waits covers what nobody has decided and nobody has asked about. A request for "not applicable" wants its answer,
    /// and a verdict that went stale a second look: those are decided one by one.
    /// </summary>
    public static bool IsAcceptableAtOnce(Verdict? verdict, NotApplicableRequest? request) => verdict is null && request is null;

    /// <summary>A verdict that read one of these figures no longer stands on what it was given for.</summary>
    public static void GoStale(CriteriaSet criteria, IEnumerable<Verdict> verdicts, IReadOnlyCollection<string> figures)
    {
        var readers = criteria.Criteria
            .Where(criterion => criterion.Figures.Any(figure => figures.Contains(figure, StringComparer.Ordinal)))
            .Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var verdict in verdicts.Where(verdict => !verdict.Stale && readers.Contains(verdict.Criterion)))
            verdict.GoStale();
    }

    /// <summary>Silence must not pay: figures of penalty criteria that are still blank keep the round open.</summary>
    /// <exception cref="RuleViolation"><c>appraisal.penalty-blank</c></exception>
    public static void RequireNoBlankPenalty(IReadOnlyCollection<string> blocking)
    {
        if (blocking.Count > 0)
            throw new RuleViolation("appraisal.penalty-blank", new(
                $"Chưa thể kết thúc thẩm định: số liệu điểm trừ còn trống ({string.Join(", ", blocking)}). "
                + "Cơ quan thường trực cần nhập trước.",
                $"The round cannot be closed: figures of penalty criteria are blank ({string.Join(", ", blocking)}). "
                + "The standing office must enter them first."));
    }
}
