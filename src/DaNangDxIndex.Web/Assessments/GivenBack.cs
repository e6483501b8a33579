using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>Criteria that were given back, what was to be mended in each, and what the agency has changed for it since.</summary>
/// <param name="Act"><see cref="ApprovalAct.Returned"/> by the lead appraiser, <see cref="ApprovalAct.SentBack"/> by the approver.</param>
/// <param name="At">Null where what had been declared then is not known any more.</param>
public sealed record GivenBack(ApprovalAct Act, DateTimeOffset? At, IReadOnlyList<ReturnedCriteria.Answer> Criteria)
{
    public int Answered => Criteria.Count(criterion => criterion.By.Count > 0);

    /// <summary>What the agency's own people see while they mend it: the lead's return, and the approver's sending back.</summary>
    public static IReadOnlyList<GivenBack> All(
        AssessmentSheet sheet, IReadOnlyDictionary<ApprovalAct, Approval> given, Declaration now)
    {
        var (assessment, set) = (sheet.Assessment, sheet.Set);
        return assessment.Owes
            ? [.. new[]
                {
                    Of(ApprovalAct.Returned, assessment.Returned, given, now, set),
                    Of(ApprovalAct.SentBack, assessment.SentBack, given, now, set),
                }.OfType<GivenBack>()]
            : [];
    }

    /// <summary>What the lead appraiser returned, beside what has been handed in since; null where nothing was returned.</summary>
    public static GivenBack? HandedInAgain(Assessment assessment, CriteriaSet set, IReadOnlyDictionary<ApprovalAct, Approval> given) =>
        assessment.IsHandedIn && Declaration.Read(given.GetValueOrDefault(ApprovalAct.Submitted)?.Content) is { } now
            ? Of(ApprovalAct.Returned, assessment.Returned, given, now, set)
            : null;

    private static GivenBack? Of(
        ApprovalAct act, IReadOnlyDictionary<string, string> named, IReadOnlyDictionary<ApprovalAct, Approval> given, Declaration now,
        CriteriaSet set)
    {
        if (named.Count == 0)
            return null;
        var before = given.GetValueOrDefault(act);
        return new(act, before?.GivenAt, ReturnedCriteria.Answers(named, Declaration.Read(before?.Content), now, set));
    }
}
