using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Who may do what with an assessment, in which state and stage: the table of stages as code, one place for pages, API and verbs.
/// Each answer is null ("allowed") or the refusal with its reason.
/// </summary>
public static class AssessmentRules
{
    public static IReadOnlyList<AssessmentVerb> Allowed(Assessment assessment, Edition edition, Actor actor, DateTimeOffset now) =>
        [.. Enum.GetValues<AssessmentVerb>().Where(verb => Refusal(verb, assessment, edition, actor, now) is null)];

    public static RuleViolation? Refusal(AssessmentVerb verb, Assessment assessment, Edition edition, Actor actor, DateTimeOffset now) =>
        WrongPerson(verb, assessment, actor) ?? WrongState(verb, assessment)
            ?? AssessmentTimes.Refusal(verb, assessment, edition, now);

    /// <summary>How it begins that what the form lacks keeps it from being laid before the approver, or from being submitted.</summary>
    internal static Bilingual NotYet(AssessmentVerb wanted) => wanted == AssessmentVerb.AskForApproval
        ? new("Chưa trình được", "Not ready to ask for approval")
        : new("Chưa nộp được", "Not ready to submit");

    /// <summary>Why the agency cannot hand in any more what it owes, whoever of it asks; null while it can.</summary>
    public static RuleViolation? TooLate(Assessment assessment, Edition edition, DateTimeOffset now) =>
        assessment.Owes ? AssessmentTimes.Refusal(AssessmentVerb.Submit, assessment, edition, now) : null;

    /// <summary>
    /// The agency hears what the appraisers found, and why, when its round is closed; and whatever its state once results are published.
    /// </summary>
    public static bool IsHeard(Assessment assessment, Edition edition) =>
        assessment.State is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Final or AssessmentState.Reopened
        || edition.Stage == EditionStage.Published;

    /// <summary>
    /// Replies or a reopened criterion are before the appraisers; until that is closed the agency hears what it heard before.
    /// </summary>
    public static bool IsJudgedAnew(AssessmentState state) => state is AssessmentState.Explained or AssessmentState.Reopened;

    /// <summary>Nothing in its result can change any more, but for a reopening or a correction.</summary>
    public static bool IsSettled(AssessmentState state) => state is AssessmentState.Final or AssessmentState.NotSubmitted;

    /// <summary>
    /// Recorded as not submitted where the method leaves such agencies out: nothing of it is appraised, compared or scored.
    /// </summary>
    public static bool IsLeftOut(AssessmentState state, Method method) =>
        state == AssessmentState.NotSubmitted && method.NotSubmitted == NotSubmittedPolicy.LeftOut;

    /// <summary>True when all of a group are settled: from then on its members are compared with its best.</summary>
    public static bool IsComplete(IEnumerable<AssessmentState> group) => group.All(IsSettled);

    private static RuleViolation? WrongPerson(AssessmentVerb verb, Assessment assessment, Actor actor)
    {
        var (ofOwn, hasRole) = verb switch
        {
            AssessmentVerb.Enter or AssessmentVerb.Reply => (true, actor.Is(Role.Assessor) || actor.Is(Role.Approver)),
            AssessmentVerb.AskForApproval => (true, actor.Is(Role.Assessor)),
            AssessmentVerb.SendBack or AssessmentVerb.Submit or AssessmentVerb.Recall
                or AssessmentVerb.Explain or AssessmentVerb.RecallReplies =>
                (true, actor.Is(Role.Approver)),
            AssessmentVerb.Appraise => (false, actor.Is(Role.Appraiser) || actor.Is(Role.LeadAppraiser)),
            AssessmentVerb.Return or AssessmentVerb.CloseRoundOne or AssessmentVerb.CloseRoundTwo or AssessmentVerb.Reopen =>
                (false, actor.Is(Role.LeadAppraiser)),
            AssessmentVerb.RecordNotSubmitted or AssessmentVerb.TakeBack or AssessmentVerb.Extend or AssessmentVerb.AskToReopen =>
                (false, actor.Is(Role.Office)),
        };
        var own = actor.BelongsTo(assessment.Agency);
        if (hasRole && own == ofOwn)
            return null;
        return hasRole && own ? Actor.OwnAgency() : new RuleViolation("assessment.wrong-person", new(
            "Bạn không có quyền thực hiện thao tác này.", "Your role does not allow this for this assessment."));
    }

    private static RuleViolation? WrongState(AssessmentVerb verb, Assessment assessment)
    {
        var state = assessment.State;
        var allowed = verb switch
        {
            AssessmentVerb.Enter or AssessmentVerb.AskForApproval => state is AssessmentState.Entering or AssessmentState.Returned,
            AssessmentVerb.SendBack => state is AssessmentState.AwaitingApproval,
            AssessmentVerb.Submit or AssessmentVerb.RecordNotSubmitted or AssessmentVerb.Extend =>
                state is AssessmentState.Entering or AssessmentState.Returned or AssessmentState.AwaitingApproval,
            AssessmentVerb.Recall or AssessmentVerb.Return or AssessmentVerb.CloseRoundOne => state is AssessmentState.Submitted,
            AssessmentVerb.Appraise =>
                state is AssessmentState.Submitted or AssessmentState.NotSubmitted or AssessmentState.Explained or AssessmentState.Reopened,
            AssessmentVerb.Reply or AssessmentVerb.Explain => state is AssessmentState.Appraised,
            AssessmentVerb.RecallReplies => state is AssessmentState.Explained,
            AssessmentVerb.CloseRoundTwo => state is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Reopened,
            AssessmentVerb.TakeBack => state is AssessmentState.NotSubmitted,
            AssessmentVerb.AskToReopen or AssessmentVerb.Reopen => state is AssessmentState.Final,
        };
        return allowed ? null : Closed(state);
    }

    private static RuleViolation Closed(AssessmentState state) => state switch
    {
        AssessmentState.Entering => new("assessment.not-submitted", new(
            "Chưa thể thực hiện vì hồ sơ chưa được nộp.", "The assessment has not been submitted yet.")),
        AssessmentState.Returned => new("assessment.returned", new(
            "Hồ sơ đang được trả lại để cơ quan bổ sung.", "The assessment has been returned to the agency for completion.")),
        AssessmentState.AwaitingApproval => new("assessment.awaiting", new(
            "Hồ sơ đang chờ lãnh đạo duyệt, chỉ sửa được khi lãnh đạo yêu cầu chỉnh sửa.",
            "The assessment awaits approval and cannot be changed. The approver can send it back.")),
        AssessmentState.Submitted => new("assessment.submitted", new(
            "Hồ sơ đã nộp, không sửa được. Người duyệt được rút hồ sơ khi chưa có kết quả thẩm định.",
            "The assessment has been submitted and cannot be changed. The approver can recall it before the first decision.")),
        AssessmentState.NotSubmitted => new("assessment.recorded-not-submitted", new(
            "Hồ sơ đã được ghi nhận là không nộp.", "The assessment has been recorded as not submitted.")),
        AssessmentState.Appraised => new("assessment.appraised", new("Thẩm định lần 1 đã kết thúc.", "The first appraisal is closed.")),
        AssessmentState.Explained => new("assessment.explained", new(
            "Cơ quan đã giải trình; hồ sơ chờ thẩm định lần 2.", "The agency has replied; the assessment awaits the second appraisal.")),
        AssessmentState.Final => new("assessment.final", new("Hồ sơ đã có kết quả thẩm định cuối cùng.", "The assessment is final.")),
        AssessmentState.Reopened => new("assessment.reopened", new(
            "Hồ sơ đang mở lại để thẩm định một tiêu chí.", "One criterion of the assessment has been reopened.")),
    };
}
