using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Questions and answers on one criterion of one agency, in their order. Appraisers of the field begin it, the agency answers; it closes
/// with the round, and opens again with the next one.
/// </summary>
public sealed record Conversation(string Criterion, IReadOnlyList<Message> Messages)
{
    /// <summary>The last word is the appraisers'.</summary>
    public bool AwaitsAnswer => Messages is [.., { FromAgency: false }];

    /// <summary>The other side is told of the first message that follows one of its own, or begins the thread; not of each.</summary>
    public bool TellsOther(bool fromAgency) => Messages.Count == 0 || Messages[^1].FromAgency != fromAgency;

    /// <exception cref="RuleViolation"><c>thread.full</c></exception>
    public Message Next(Assessment assessment, bool fromAgency, string text, Actor actor, DateTimeOffset now)
    {
        if (Messages.Count >= Message.Most)
            throw new RuleViolation("thread.full", new(
                $"Đã có {Message.Most} câu hỏi, trả lời ở tiêu chí này; trao đổi trực tiếp với bên kia.",
                $"There are {Message.Most} questions and answers on this criterion already; please talk to each other."));
        return new(assessment.Year, assessment.Agency, Criterion, Messages.Count + 1, fromAgency, text, actor.Account, now);
    }

    /// <summary>Why an appraiser cannot ask now; null where allowed. As for deciding.</summary>
    public static RuleViolation? AskRefusal(
        Assessment assessment, Edition edition, string? verifyingUnit, Actor actor, DateTimeOffset now) =>
        AssessmentRules.Refusal(AssessmentVerb.Appraise, assessment, edition, actor, now)
            ?? AppraisalRules.OutsideField(actor, verifyingUnit);

    /// <summary>Why somebody of the agency cannot answer now; null where allowed.</summary>
    public RuleViolation? AnswerRefusal(Assessment assessment, Edition edition, Actor actor) =>
        !actor.BelongsTo(assessment.Agency) || !(actor.Is(Role.Assessor) || actor.Is(Role.Approver)) ? new("thread.wrong-person", new(
            "Chỉ người nhập và người duyệt của cơ quan trả lời câu hỏi.",
            "Only those of the agency who enter or approve answer questions."))
        : !IsRoundOpen(assessment, edition) ? new("thread.closed", new(
            "Thẩm định đã kết thúc hoặc hồ sơ đã được trả lại; không gửi thêm trả lời ở đây.",
            "The appraisal is closed, or the assessment was returned; nothing more is answered here."))
        : Messages.Count == 0 ? new("thread.not-asked", new(
            "Tổ thẩm định chưa hỏi về tiêu chí này.", "The appraisers have not asked about this criterion."))
        : null;

    private static bool IsRoundOpen(Assessment assessment, Edition edition) =>
        assessment.State is AssessmentState.Submitted or AssessmentState.Explained or AssessmentState.Reopened
        && edition.Stage is EditionStage.Open or EditionStage.Appraisal or EditionStage.Review or EditionStage.Final;
}
