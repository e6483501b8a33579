using DaNangDxIndex.Accounts;
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
        WrongPerson(verb, assessment, actor) ?? WrongState(verb, assessment) ?? WrongTime(verb, assessment, edition, now);

    private static RuleViolation? WrongPerson(AssessmentVerb verb, Assessment assessment, Actor actor)
    {
        var (ofOwn, hasRole) = verb switch
        {
            AssessmentVerb.Enter => (true, actor.Is(Role.Assessor) || actor.Is(Role.Approver)),
            AssessmentVerb.AskForApproval => (true, actor.Is(Role.Assessor)),
            AssessmentVerb.SendBack or AssessmentVerb.Submit or AssessmentVerb.Recall or AssessmentVerb.Explain => (true, actor.Is(Role.Approver)),
            AssessmentVerb.Appraise => (false, actor.Is(Role.Appraiser) || actor.Is(Role.LeadAppraiser)),
            AssessmentVerb.Return or AssessmentVerb.CloseRoundOne or AssessmentVerb.CloseRoundTwo or AssessmentVerb.Reopen => (false, actor.Is(Role.LeadAppraiser)),
            AssessmentVerb.RecordNotSubmitted or AssessmentVerb.Extend => (false, actor.Is(Role.Office)),
        };
        var own = actor.BelongsTo(assessment.Agency);
        if (hasRole && own == ofOwn)
            return null;
        return hasRole && own ? Actor.OwnAgency() : new RuleViolation("assessment.wrong-person", new(
            "Vai trò của bạn không được làm việc này với hồ sơ này.", "Your role may not do this with this assessment."));
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
            AssessmentVerb.Appraise => state is AssessmentState.Submitted or AssessmentState.NotSubmitted or AssessmentState.Explained or AssessmentState.Reopened,
            AssessmentVerb.Explain => state is AssessmentState.Appraised,
            AssessmentVerb.CloseRoundTwo => state is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Reopened,
            AssessmentVerb.Reopen => state is AssessmentState.Final,
        };
        return allowed ? null : Closed(state);
    }

    private static RuleViolation Closed(AssessmentState state) => state switch
    {
        AssessmentState.Entering => new("assessment.not-submitted", new("Hồ sơ chưa được nộp nên chưa làm được việc này.", "The assessment has not been submitted yet.")),
        AssessmentState.Returned => new("assessment.returned", new("Hồ sơ đang được trả lại để cơ quan bổ sung.", "The assessment has been returned to the agency to be completed.")),
        AssessmentState.AwaitingApproval => new("assessment.awaiting", new(
            "Hồ sơ đang chờ lãnh đạo duyệt nên không sửa được. Lãnh đạo có thể chuyển lại để sửa.", "The assessment awaits approval and cannot change. The approver can send it back.")),
        AssessmentState.Submitted => new("assessment.submitted", new(
            "Hồ sơ đã nộp nên không sửa được. Người duyệt có thể rút lại khi chưa có kết quả thẩm định.", "The assessment has been submitted and cannot change. The approver can recall it before the first verdict.")),
        AssessmentState.NotSubmitted => new("assessment.recorded-not-submitted", new("Hồ sơ đã được ghi nhận là không nộp.", "The assessment has been recorded as not submitted.")),
        AssessmentState.Appraised => new("assessment.appraised", new("Vòng thẩm định thứ nhất đã chốt.", "The first round of appraisal is closed.")),
        AssessmentState.Explained => new("assessment.explained", new("Cơ quan đã giải trình; hồ sơ chờ vòng thẩm định thứ hai.", "The agency has explained; the second round is under way.")),
        AssessmentState.Final => new("assessment.final", new("Hồ sơ đã có kết quả cuối cùng.", "The assessment is final.")),
        AssessmentState.Reopened => new("assessment.reopened", new("Hồ sơ đang được mở lại một tiêu chí.", "One criterion of the assessment is open again.")),
    };

    private static RuleViolation? WrongTime(AssessmentVerb verb, Assessment assessment, Edition edition, DateTimeOffset now) => verb switch
    {
        AssessmentVerb.Enter or AssessmentVerb.AskForApproval or AssessmentVerb.SendBack or AssessmentVerb.Submit => EntryClosed(assessment, edition, now),
        AssessmentVerb.Extend => edition.Stage == EditionStage.Open ? null : WrongStage(),
        AssessmentVerb.Recall => edition.Stage == EditionStage.Open ? null : WrongStage(),
        AssessmentVerb.RecordNotSubmitted => edition.Stage == EditionStage.Open || edition.Stage == EditionStage.Appraisal ? null : WrongStage(),
        AssessmentVerb.Return or AssessmentVerb.CloseRoundOne => edition.Stage is EditionStage.Open or EditionStage.Appraisal ? null : WrongStage(),
        AssessmentVerb.Appraise => edition.Stage is EditionStage.Open or EditionStage.Appraisal or EditionStage.Review or EditionStage.Final ? null : WrongStage(),
        AssessmentVerb.Explain => edition.Stage == EditionStage.Explanation ? null : WrongStage(),
        AssessmentVerb.CloseRoundTwo => edition.Stage is EditionStage.Review or EditionStage.Final ? null : WrongStage(),
        AssessmentVerb.Reopen => edition.Stage is EditionStage.Review or EditionStage.Final ? null : WrongStage(),
    };

    /// <summary>
    /// Entry ends at the deadline, at the agency's own extended deadline, or with the open stage. A returned assessment may be completed past the deadline
    /// and during appraisal; one that awaits approval during appraisal can only be such a one.
    /// </summary>
    private static RuleViolation? EntryClosed(Assessment assessment, Edition edition, DateTimeOffset now)
    {
        if (assessment.IsBeingCompleted && edition.Stage is EditionStage.Open or EditionStage.Appraisal)
            return null;
        if (assessment.State == AssessmentState.AwaitingApproval && edition.Stage == EditionStage.Appraisal)
            return null;
        if (edition.Stage != EditionStage.Open)
            return WrongStage();
        var deadline = assessment.ExtendedTo ?? edition.EntryClosesAt;
        return deadline is null || now < deadline ? null : new RuleViolation("assessment.deadline", new(
            $"Đã hết hạn nhập ({deadline.Value.ToOffset(TimeSpan.FromHours(7)):dd/MM/yyyy HH:mm}). Nếu cần thêm thời gian, hãy đề nghị cơ quan thường trực gia hạn.",
            $"Entry closed on {deadline.Value.ToOffset(TimeSpan.FromHours(7)):d MMMM yyyy HH:mm}. Ask the standing office for an extension if you need one."));
    }

    private static RuleViolation WrongStage() => new("edition.wrong-stage", new(
        "Kỳ đánh giá đang ở giai đoạn khác nên chưa hoặc không còn làm được việc này.", "The edition is at another stage; this cannot be done now."));
}
