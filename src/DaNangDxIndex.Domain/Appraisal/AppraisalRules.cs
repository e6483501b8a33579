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
        if (OutsideField(actor, verifyingUnit) is { } refusal)
            throw refusal;
    }

    /// <summary>Null in the person's field.</summary>
    public static RuleViolation? OutsideField(Actor actor, string? verifyingUnit) => IsInFieldOf(actor, verifyingUnit) ? null
        : new("appraisal.not-your-field", new(
            "Tiêu chí, số liệu này do đơn vị khác thẩm định; bạn chỉ được xem.",
            "Another unit appraises this criterion or figure. You can read it, but not decide on it."));

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
    /// Accepting all that waits covers what nobody has decided and nothing marks. What is marked wants a look of its own, and a verdict
    /// that no longer stands a second one: those are decided one by one.
    /// </summary>
    public static bool IsAcceptableAtOnce(Verdict? verdict, IReadOnlyCollection<LookMark> marks) => verdict is null && marks.Count == 0;

    /// <summary>The last verdict that read one of these figures no longer stands on what it was given for.</summary>
    public static void GoStale(CriteriaSet criteria, IEnumerable<Verdict> verdicts, IReadOnlyCollection<string> figures)
    {
        var readers = criteria.Criteria
            .Where(criterion => criterion.Figures.Any(figure => figures.Contains(figure, StringComparer.Ordinal)))
            .Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var verdict in VerdictsInForce.Last(verdicts).Values
            .Where(verdict => !verdict.Stale && readers.Contains(verdict.Criterion)))
            verdict.GoStale();
    }

    /// <summary>What was drawn to be judged twice is not closed over: it waits for the second appraiser, or for the lead.</summary>
    /// <exception cref="RuleViolation"><c>appraisal.pairs-open</c></exception>
    public static void RequireNoOpenPair(IReadOnlyCollection<string> criteria)
    {
        if (criteria.Count > 0)
            throw new RuleViolation("appraisal.pairs-open", new(
                $"Chưa thể kết thúc thẩm định: {criteria.Count} tiêu chí được rút mẫu để thẩm định hai lần độc lập chưa có kết quả chung "
                    + $"({string.Join(", ", criteria.Take(10))}).",
                $"The round cannot be closed: {criteria.Count} of the criteria drawn to be judged twice have no common result yet "
                    + $"({string.Join(", ", criteria.Take(10))})."));
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
