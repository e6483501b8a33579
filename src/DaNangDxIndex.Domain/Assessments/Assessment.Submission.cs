using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <content>Handing in, giving back and days: what passes between the agency, the office and the lead appraiser before appraisal.</content>
public sealed partial class Assessment
{
    public void AskForApproval(Edition edition, Actor actor, DateTimeOffset now) =>
        Move(AssessmentVerb.AskForApproval, AssessmentState.AwaitingApproval, edition, actor, now);

    /// <summary>Back to the assessor; an assessment that had been returned is returned again.</summary>
    /// <param name="note">What to mend in the form as a whole; null where the criteria say it all.</param>
    /// <param name="criteria">By criterion what to mend in it.</param>
    /// <exception cref="RuleViolation"><c>assessment.send-back-empty</c>: neither a note nor a criterion</exception>
    public void SendBack(
        string? note, IReadOnlyDictionary<string, string> criteria, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.SendBack, edition, actor, now);
        if (string.IsNullOrWhiteSpace(note) && criteria.Count == 0)
            throw new RuleViolation("assessment.send-back-empty", new(
                "Ghi nội dung cần chỉnh sửa, hoặc nêu tiêu chí cần chỉnh sửa.", "Write what to change, or name the criteria to change."));
        Move(AssessmentVerb.SendBack, IsBeingCompleted ? AssessmentState.Returned : AssessmentState.Entering, edition, actor, now);
        (Note, NoteOf, SentBack) = (note, AssessmentVerb.SendBack, criteria);
    }

    /// <param name="digest">Digest of exactly the figures the approver saw.</param>
    public void Submit(string digest, Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.Submit, AssessmentState.Submitted, edition, actor, now);
        (SubmittedDigest, SubmittedAt, SubmittedBy) = (digest, now, actor.Account);
        (Note, NoteOf, CompletesBy, SentBack) = (null, null, null, ReturnedCriteria.None);
    }

    /// <exception cref="RuleViolation"><c>assessment.has-verdicts</c> once an appraiser has begun</exception>
    public void Recall(bool hasVerdicts, Edition edition, Actor actor, DateTimeOffset now)
    {
        if (hasVerdicts)
            throw new RuleViolation("assessment.has-verdicts", new(
                "Không thể rút hồ sơ vì đã có kết quả thẩm định. Đề nghị Tổ trưởng Tổ thẩm định trả lại hồ sơ.",
                "Appraisal has begun, so the assessment cannot be recalled. Ask the lead appraiser to return it."));
        Move(AssessmentVerb.Recall, AssessmentState.Entering, edition, actor, now);
        (SubmittedDigest, SubmittedAt, SubmittedBy) = (null, null, null);
    }

    /// <param name="note">What concerns the form as a whole; null where there is nothing.</param>
    /// <param name="criteria">By criterion what to mend in it; at least one.</param>
    /// <param name="until">End of the last day on which it can be completed and submitted again, exclusive.</param>
    /// <exception cref="RuleViolation">
    /// <c>assessment.completion-shortens</c>: it would end before the agency's own deadline; <c>assessment.return-names-nothing</c>
    /// </exception>
    public void Return(
        string? note, IReadOnlyDictionary<string, string> criteria, DateTimeOffset until, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.Return, edition, actor, now);
        if (criteria.Count == 0)
            throw new RuleViolation("assessment.return-names-nothing", new(
                "Nêu ít nhất một tiêu chí cần bổ sung, kèm nội dung cần bổ sung.",
                "Name at least one criterion to be completed, and what is to be completed in it."));
        GiveBack(AssessmentVerb.Return, AssessmentState.Returned, note, until, edition, actor, now);
        (Returned, SentBack) = (criteria, ReturnedCriteria.None);
        Answers = Answers.ToDictionary(
            said => said.Key, said => criteria.ContainsKey(said.Key) ? said.Value with { IsOfEarlierReturn = true } : said.Value,
            StringComparer.Ordinal);
    }

    /// <summary>Says why what was declared in a criterion that was given back is right; null takes the sentence away.</summary>
    /// <exception cref="RuleViolation"><c>assessment.not-given-back</c>: nothing of this criterion is to be mended</exception>
    public void Answer(string criterion, string? sentence, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.Enter, edition, actor, now);
        if (!ReturnedCriteria.ToMend(this).ContainsKey(criterion))
            throw new RuleViolation("assessment.not-given-back", new(
                $"Tiêu chí {criterion} không được yêu cầu chỉnh sửa nên không có nội dung để trả lời.",
                $"Criterion {criterion} was not sent back, so there is nothing to answer."));
        var answers = Answers.ToDictionary(StringComparer.Ordinal);
        if (sentence is null)
            answers.Remove(criterion);
        else
            answers[criterion] = new(sentence, (answers.GetValueOrDefault(criterion)?.Version ?? 0) + 1) { At = now };
        Answers = answers;
    }

    /// <summary>
    /// Only after the agency's own deadline. What becomes of it, the method of the edition says (<see cref="NotSubmittedPolicy"/>).
    /// </summary>
    public void RecordNotSubmitted(string reason, Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.RecordNotSubmitted, AssessmentState.NotSubmitted, edition, actor, now);
        (Note, NoteOf, CompletesBy) = (reason, AssessmentVerb.RecordNotSubmitted, null);
    }

    /// <summary>The record was a mistake: the agency completes its assessment, also when the edition has gone on meanwhile.</summary>
    /// <param name="until">End of the last day on which it can be submitted, exclusive.</param>
    /// <exception cref="RuleViolation"><c>assessment.completion-shortens</c></exception>
    public void TakeBack(string reason, DateTimeOffset until, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.TakeBack, edition, actor, now);
        GiveBack(
            AssessmentVerb.TakeBack, SubmittedAt is null ? AssessmentState.Entering : AssessmentState.Returned,
            reason, until, edition, actor, now);
    }

    /// <exception cref="RuleViolation"><c>assessment.extension-shortens</c>: it would end before the common deadline</exception>
    public void Extend(DateTimeOffset to, string reason, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.Extend, edition, actor, now);
        if (new[] { edition.EntryClosesAt, CompletesBy }.Max() is { } closes && to <= closes)
            throw new RuleViolation("assessment.extension-shortens", new(
                $"Thời hạn gia hạn phải sau {(CompletesBy is null ? "hạn chung" : "hạn bổ sung")} ({VietNamTime.Deadline(closes, "vi")}). "
                + "Chọn ngày muộn hơn.",
                $"The extension must end after {(CompletesBy is null ? "the common deadline" : "the last day for completing")} "
                + $"({VietNamTime.Deadline(closes, "en")}). Choose a later day."));
        (ExtendedTo, ExtensionReason) = (to, reason);
        Version++;
    }

    private void GiveBack(
        AssessmentVerb verb, AssessmentState to, string? reason, DateTimeOffset until, Edition edition, Actor actor, DateTimeOffset now)
    {
        if (ClosesAt(edition) is { } closes && until < closes)
            throw new RuleViolation("assessment.completion-shortens", new(
                $"Cơ quan còn hạn nộp đến {VietNamTime.Deadline(closes, "vi")}; chọn ngày không sớm hơn ngày đó.",
                $"The agency has until {VietNamTime.Deadline(closes, "en")} anyway; choose a day that is not earlier."));
        Move(verb, to, edition, actor, now);
        (Note, NoteOf, CompletesBy) = (reason, verb, until);
    }
}
