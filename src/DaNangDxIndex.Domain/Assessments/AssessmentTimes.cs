using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// When something may be done with an assessment: in which stage of the edition, and until which hour. Asked through
/// <see cref="AssessmentRules"/>, which knows by whom and in which state.
/// </summary>
internal static class AssessmentTimes
{
    public static RuleViolation? Refusal(AssessmentVerb verb, Assessment assessment, Edition edition, DateTimeOffset now) => verb switch
    {
        AssessmentVerb.Enter or AssessmentVerb.AskForApproval or AssessmentVerb.SendBack or AssessmentVerb.Submit =>
            EntryClosed(assessment, edition, now),
        AssessmentVerb.Extend => edition.Stage == EditionStage.Open || IsGivenBack(assessment, edition) ? null : WrongStage(edition),
        AssessmentVerb.Recall => RecallClosed(assessment, edition, now),
        AssessmentVerb.RecordNotSubmitted => StillTime(assessment, edition, now),
        AssessmentVerb.TakeBack =>
            edition.Stage is EditionStage.Open or EditionStage.Appraisal or EditionStage.Final ? null : WrongStage(edition),
        AssessmentVerb.Return or AssessmentVerb.CloseRoundOne =>
            edition.Stage is EditionStage.Open or EditionStage.Appraisal or EditionStage.Final ? null : WrongStage(edition),
        AssessmentVerb.Appraise => AppraisalClosed(assessment, edition),
        AssessmentVerb.Reply or AssessmentVerb.Explain or AssessmentVerb.RecallReplies => RepliesClosed(edition, now),
        AssessmentVerb.CloseRoundTwo => edition.Stage is EditionStage.Review or EditionStage.Final ? null : WrongStage(edition),
        AssessmentVerb.AskToReopen or AssessmentVerb.Reopen =>
            edition.Stage is EditionStage.Review or EditionStage.Final ? null : WrongStage(edition),
    };

    /// <summary>It was given back to the agency with a last day of its own, and goes its way beside the calendar.</summary>
    private static bool IsGivenBack(Assessment assessment, Edition edition) =>
        assessment.CompletesBy is not null && edition.Stage is EditionStage.Open or EditionStage.Appraisal or EditionStage.Final;

    /// <summary>
    /// Entry ends at the deadline, at the agency's own extended deadline, or with the open stage. What was given back is completed until
    /// its own last day, during appraisal too. What was returned before there were last days has none.
    /// </summary>
    private static RuleViolation? EntryClosed(Assessment assessment, Edition edition, DateTimeOffset now)
    {
        if (IsGivenBack(assessment, edition))
            return Late(assessment, edition, now);
        if (assessment.IsBeingCompleted && edition.Stage is EditionStage.Open or EditionStage.Appraisal)
            return null;
        if (assessment.State == AssessmentState.AwaitingApproval && edition.Stage == EditionStage.Appraisal)
            return null;
        return edition.Stage == EditionStage.Open ? Late(assessment, edition, now) : WrongStage(edition);
    }

    private static RuleViolation? Late(Assessment assessment, Edition edition, DateTimeOffset now) =>
        assessment.ClosesAt(edition) is { } deadline && now >= deadline ? new RuleViolation("assessment.deadline", new(
            $"Đã hết hạn nhập số liệu ({VietNamTime.Deadline(deadline, "vi")}). "
            + "Nếu cần thêm thời gian, đề nghị cơ quan thường trực gia hạn.",
            $"Entry closed at {VietNamTime.Deadline(deadline, "en")}. Ask the standing office for an extension if you need one.")) : null;

    /// <summary>What is recalled past the deadline could not be submitted again, so it is not recalled.</summary>
    private static RuleViolation? RecallClosed(Assessment assessment, Edition edition, DateTimeOffset now)
    {
        if (edition.Stage != EditionStage.Open)
            return WrongStage(edition);
        return assessment.ClosesAt(edition) is { } deadline && now >= deadline ? new RuleViolation("assessment.recall-late", new(
            $"Đã hết hạn nộp ({VietNamTime.Deadline(deadline, "vi")}) nên không rút được hồ sơ: hồ sơ đã rút không thể nộp lại. "
            + "Nếu cần sửa, đề nghị Tổ trưởng Tổ thẩm định trả lại hồ sơ.",
            $"The deadline has passed ({VietNamTime.Deadline(deadline, "en")}), so the assessment cannot be recalled: "
            + "it could not be submitted again. "
            + "If something must change, ask the lead appraiser to return it.")) : null;
    }

    /// <summary>
    /// Nobody is recorded as not submitted before their own deadline has passed. Once appraisal has begun, an edition without a deadline
    /// has closed as well.
    /// </summary>
    private static RuleViolation? StillTime(Assessment assessment, Edition edition, DateTimeOffset now)
    {
        if (edition.Stage is not (EditionStage.Open or EditionStage.Appraisal) && !IsGivenBack(assessment, edition))
            return WrongStage(edition);
        return assessment.ClosesAt(edition) switch
        {
            null when edition.Stage == EditionStage.Open => new RuleViolation("edition.no-deadline", new(
                "Kỳ đánh giá chưa đặt hạn nộp nên chưa thể ghi nhận cơ quan không nộp hồ sơ. Đặt hạn nộp trước.",
                "The assessment has no deadline yet, so no agency can be recorded as not submitted. Set the deadline first.")),
            { } deadline when now < deadline => new RuleViolation("assessment.still-time", new(
                $"Cơ quan này còn hạn nộp đến {VietNamTime.Deadline(deadline, "vi")}. Chỉ ghi nhận không nộp hồ sơ sau thời điểm đó.",
                $"This agency has until {VietNamTime.Deadline(deadline, "en")}. It can be recorded as not submitted only after that.")),
            _ => null,
        };
    }

    /// <summary>Replies are taken in their own stage, until its last day.</summary>
    private static RuleViolation? RepliesClosed(Edition edition, DateTimeOffset now)
    {
        if (edition.Stage != EditionStage.Explanation)
            return WrongStage(edition);
        return edition.RepliesCloseAt is { } deadline && now >= deadline ? new RuleViolation("assessment.replies-late", new(
            $"Đã hết hạn giải trình ({VietNamTime.Deadline(deadline, "vi")}). "
            + "Nếu cần thêm thời gian, đề nghị cơ quan thường trực lùi hạn giải trình.",
            $"Replies closed at {VietNamTime.Deadline(deadline, "en")}. "
            + "Ask the standing office to move the last day if you need more time.")) : null;
    }

    /// <summary>
    /// When the edition is final, only what was opened again or handed in late is appraised: nothing else can have changed.
    /// </summary>
    private static RuleViolation? AppraisalClosed(Assessment assessment, Edition edition) => edition.Stage switch
    {
        EditionStage.Open or EditionStage.Appraisal or EditionStage.Review => null,
        EditionStage.Final when assessment.State is AssessmentState.Reopened or AssessmentState.Submitted => null,
        _ => WrongStage(edition),
    };

    private static RuleViolation WrongStage(Edition edition)
    {
        var stage = edition.Stage.InWords(edition.Rounds);
        return new("edition.wrong-stage", new(
            $"Kỳ đánh giá đang ở giai đoạn “{stage.Vi}”, không thực hiện được thao tác này.",
            $"The assessment is at the stage “{stage.En}”; this cannot be done now."));
    }
}
