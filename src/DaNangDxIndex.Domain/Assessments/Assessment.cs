using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// One agency's assessment in one edition. Its figures are <see cref="FigureEntry"/> rows; every change of state is a verb here.
/// </summary>
public sealed class Assessment(int year, string agency, string group, string? parent, bool ranked, AssessmentState state)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    /// <summary>Group of this edition; an agency's group may differ from year to year.</summary>
    public string Group { get; private set; } = group;

    /// <summary>Parent of this edition, for rankings inside a district; null for none.</summary>
    public string? Parent { get; private set; } = parent;

    /// <summary>False: assessed, but not ranked.</summary>
    public bool Ranked { get; private set; } = ranked;

    public AssessmentState State { get; private set; } = state;

    /// <summary>The agency's own deadline, later than the edition's; null for none.</summary>
    public DateTimeOffset? ExtendedTo { get; private set; }

    public string? ExtensionReason { get; private set; }

    /// <summary>
    /// Until when the agency completes what was given back to it, by a return or because it had been recorded as not submitted by mistake.
    /// Exclusive; null while nothing was given back.
    /// </summary>
    public DateTimeOffset? CompletesBy { get; private set; }

    /// <summary>Why it was sent back, returned, recorded as not submitted, or given back after such a record: the last such note.</summary>
    public string? Note { get; private set; }

    /// <summary>The act that left the note; null where there is none.</summary>
    public AssessmentVerb? NoteOf { get; private set; }

    /// <summary>
    /// Criteria that the lead appraiser's last return names, each with what is to be mended. They stay when the form comes again, so that
    /// both sides see what was answered.
    /// </summary>
    public IReadOnlyDictionary<string, string> Returned { get; private set; } = ReturnedCriteria.None;

    /// <summary>Criteria that the approver named when sending the form back; none once it is handed in.</summary>
    public IReadOnlyDictionary<string, string> SentBack { get; private set; } = ReturnedCriteria.None;

    /// <summary>SHA-256, lower-case hex, over what was on screen when it was submitted.</summary>
    public string? SubmittedDigest { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    /// <summary>SHA-256, lower-case hex, of the replies to the first appraisal that were sent; null while none were.</summary>
    public string? RepliesDigest { get; private set; }

    /// <summary>When the approver sent them.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>
    /// Submitted once and given back: the agency completes it, past the deadline too, and it finds its way back to being returned.
    /// </summary>
    public bool IsBeingCompleted =>
        State == AssessmentState.Returned || (State == AssessmentState.AwaitingApproval && SubmittedAt is not null);

    /// <summary>What the agency handed in stands: neither still with it, nor never come.</summary>
    public bool IsHandedIn => State is AssessmentState.Submitted or AssessmentState.Appraised
        or AssessmentState.Explained or AssessmentState.Final or AssessmentState.Reopened;

    /// <summary>
    /// The agency that this one merged into while the edition was open; from then on it is part of the edition no longer. Null for none.
    /// </summary>
    public string? JoinedInto { get; private set; }

    public DateTimeOffset? JoinedAt { get; private set; }

    /// <summary>It can join the assessment of an heir: nothing of it was ever handed in, so nobody has appraised it.</summary>
    public bool MayJoin => Owes && SubmittedAt is null && CompletesBy is null;

    /// <summary>The agency has still to submit it, in time or late.</summary>
    public bool Owes => State is AssessmentState.Entering or AssessmentState.Returned or AssessmentState.AwaitingApproval;

    /// <summary>True when figures are made for demonstration; stands on the row wherever the row is shown.</summary>
    public bool Illustrative { get; private set; }

    public int Version { get; private set; }

    /// <summary>A week of work, weekend included.</summary>
    public const int DaysToComplete = 7;

    /// <summary>
    /// The agency's own deadline: the latest of the edition's, of its extension, and of the day until which it completes what was given
    /// back. Exclusive; null while no deadline is set.
    /// </summary>
    public DateTimeOffset? ClosesAt(Edition edition) => new[] { edition.EntryClosesAt, ExtendedTo, CompletesBy }.Max();

    /// <summary>
    /// The last day that a return offers: the agency's own while it leaves enough time, else <see cref="DaysToComplete"/> days from today,
    /// but not after the end of appraisal while that is to come.
    /// </summary>
    public DateOnly LastDayOffered(Edition edition, DateTimeOffset now)
    {
        var today = VietNamTime.DayOf(now);
        var soon = today.AddDays(DaysToComplete);
        if (edition.AppraisalEndsOn is { } end && end > today && end < soon)
            soon = end;
        return ClosesAt(edition) is { } closes && VietNamTime.DayOf(closes.AddTicks(-1)) is var own && own > soon ? own : soon;
    }

    public Assessment MarkedIllustrative()
    {
        Illustrative = true;
        return this;
    }

    /// <summary>The agency has merged: what it entered is offered to its heir.</summary>
    public void Join(string heir, DateTimeOffset at)
    {
        (JoinedInto, JoinedAt) = (heir, at);
        Version++;
    }

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

    /// <summary>
    /// With one round the result is final; with two the agency may reply first, while the stage of replies is still to come.
    /// </summary>
    /// <param name="criteriaWithoutVerdict">Criteria that still wait for a verdict; must be none.</param>
    /// <exception cref="RuleViolation"><c>assessment.verdicts-missing</c></exception>
    public void CloseRoundOne(IReadOnlyCollection<string> criteriaWithoutVerdict, Edition edition, Actor actor, DateTimeOffset now)
    {
        RequireVerdicts(criteriaWithoutVerdict);
        Move(AssessmentVerb.CloseRoundOne, edition.TakesReplies ? AssessmentState.Appraised : AssessmentState.Final, edition, actor, now);
    }

    /// <summary>The approver sends what the agency answers to the first appraisal. Who agrees with it sends nothing.</summary>
    /// <param name="digest">Of exactly the replies that the approver saw.</param>
    /// <exception cref="RuleViolation"><c>replies.none</c></exception>
    public void Explain(string digest, int replies, Edition edition, Actor actor, DateTimeOffset now)
    {
        if (replies == 0)
            throw new RuleViolation("replies.none", new(
                "Chưa có tiêu chí nào được giải trình. Nếu cơ quan đồng ý với kết quả thẩm định lần 1 thì không cần gửi.",
                "No reply has been written yet. If the agency agrees with the first appraisal, nothing needs to be sent."));
        Move(AssessmentVerb.Explain, AssessmentState.Explained, edition, actor, now);
        (RepliesDigest, RepliedAt) = (digest, now);
    }

    public void RecallReplies(Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.RecallReplies, AssessmentState.Appraised, edition, actor, now);
        (RepliesDigest, RepliedAt) = (null, null);
    }

    /// <summary>Every reply is answered by a verdict of the second round; without replies the first stands.</summary>
    /// <exception cref="RuleViolation"><c>assessment.verdicts-missing</c></exception>
    public void CloseRoundTwo(IReadOnlyCollection<string> criteriaWithoutVerdict, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.CloseRoundTwo, edition, actor, now);
        RequireVerdicts(criteriaWithoutVerdict);
        Move(AssessmentVerb.CloseRoundTwo, AssessmentState.Final, edition, actor, now);
    }

    /// <summary>The office asks; the lead appraiser opens.</summary>
    /// <param name="number">One more than those of this assessment so far.</param>
    public Reopening AskToReopen(int number, string criterion, string request, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.AskToReopen, edition, actor, now);
        return new(Year, Agency, number, criterion, request, actor.Account, now);
    }

    /// <summary>Opens the criterion that the office asked for; all else stays as it was decided.</summary>
    public void Reopen(Reopening asked, string reason, Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.Reopen, AssessmentState.Reopened, edition, actor, now);
        asked.Open(reason, actor.Account, now);
    }

    /// <summary>The reopened criterion is decided anew, and what read a figure that was corrected on the way.</summary>
    /// <exception cref="RuleViolation"><c>assessment.verdicts-missing</c></exception>
    public void CloseReopened(
        Reopening opened, IReadOnlyCollection<string> criteriaWithoutVerdict, Edition edition, Actor actor, DateTimeOffset now)
    {
        CloseRoundTwo(criteriaWithoutVerdict, edition, actor, now);
        opened.End(now);
    }

    /// <summary>Refuses aloud unless this person may do this now.</summary>
    public void Require(AssessmentVerb verb, Edition edition, Actor actor, DateTimeOffset now)
    {
        if (AssessmentRules.Refusal(verb, this, edition, actor, now) is { } refusal)
            throw refusal;
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

    private static void RequireVerdicts(IReadOnlyCollection<string> criteriaWithoutVerdict)
    {
        var count = new Counted(criteriaWithoutVerdict.Count);
        if (count.Count > 0)
            throw new RuleViolation("assessment.verdicts-missing", new(
                "Chưa thể kết thúc thẩm định: "
                + $"còn {criteriaWithoutVerdict.Count} tiêu chí chưa thẩm định ({First(criteriaWithoutVerdict)}).",
                "The round cannot be closed: "
                + $"{count} {count:criterion has|criteria have} no decision yet ({First(criteriaWithoutVerdict)})."));
    }

    private void Move(AssessmentVerb verb, AssessmentState to, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(verb, edition, actor, now);
        State = to;
        Version++;
    }

    private static string First(IEnumerable<string> codes) => string.Join(", ", codes.Take(5));
}
