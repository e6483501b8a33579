using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>One agency's assessment in one edition. Its figures are <see cref="FigureEntry"/> rows; every change of state is a verb here.</summary>
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

    /// <summary>Why it was sent back, returned, or recorded as not submitted: the last such note.</summary>
    public string? Note { get; private set; }

    /// <summary>SHA-256, lower-case hex, over what was on screen when it was submitted.</summary>
    public string? SubmittedDigest { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    /// <summary>Submitted once and given back: the agency completes it, past the deadline too, and it finds its way back to being returned.</summary>
    public bool IsBeingCompleted => State == AssessmentState.Returned || (State == AssessmentState.AwaitingApproval && SubmittedAt is not null);

    /// <summary>What the agency handed in stands: neither still with it, nor never come.</summary>
    public bool IsHandedIn => State is AssessmentState.Submitted or AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Final or AssessmentState.Reopened;

    /// <summary>True when figures are made for demonstration; stands on the row wherever the row is shown.</summary>
    public bool Illustrative { get; private set; }

    public int Version { get; private set; }

    /// <summary>
    /// The agency's own deadline: its extension, or the edition's where that is later or there is none. Exclusive; null while no deadline is set.
    /// </summary>
    public DateTimeOffset? ClosesAt(Edition edition) => ExtendedTo > edition.EntryClosesAt || edition.EntryClosesAt is null ? ExtendedTo : edition.EntryClosesAt;

    public Assessment MarkedIllustrative()
    {
        Illustrative = true;
        return this;
    }

    public void AskForApproval(Edition edition, Actor actor, DateTimeOffset now) =>
        Move(AssessmentVerb.AskForApproval, AssessmentState.AwaitingApproval, edition, actor, now);

    /// <summary>Back to the assessor; an assessment that had been returned is returned again.</summary>
    /// <param name="note">What to mend; required.</param>
    public void SendBack(string note, Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.SendBack, IsBeingCompleted || edition.Stage == EditionStage.Appraisal ? AssessmentState.Returned : AssessmentState.Entering, edition, actor, now);
        Note = note;
    }

    /// <param name="digest">Digest of exactly the figures the approver saw.</param>
    public void Submit(string digest, Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.Submit, AssessmentState.Submitted, edition, actor, now);
        (SubmittedDigest, SubmittedAt, SubmittedBy, Note) = (digest, now, actor.Account, null);
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

    public void Return(string reason, Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.Return, AssessmentState.Returned, edition, actor, now);
        Note = reason;
    }

    /// <summary>Only after the agency's own deadline. What becomes of it, the method of the edition says (<see cref="NotSubmittedPolicy"/>).</summary>
    public void RecordNotSubmitted(string reason, Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.RecordNotSubmitted, AssessmentState.NotSubmitted, edition, actor, now);
        Note = reason;
    }

    /// <exception cref="RuleViolation"><c>assessment.extension-shortens</c>: it would end before the common deadline</exception>
    public void Extend(DateTimeOffset to, string reason, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.Extend, edition, actor, now);
        if (edition.EntryClosesAt is { } closes && to <= closes)
            throw new RuleViolation("assessment.extension-shortens", new(
                $"Thời hạn gia hạn phải sau hạn chung ({VietNamTime.Deadline(closes, "vi")}). Chọn ngày muộn hơn.",
                $"The extension must end after the common deadline ({VietNamTime.Deadline(closes, "en")}). Choose a later day."));
        (ExtendedTo, ExtensionReason) = (to, reason);
        Version++;
    }

    /// <summary>With one round the result is final; with two the agency may explain first.</summary>
    /// <param name="criteriaWithoutVerdict">Criteria that still wait for a verdict; must be none.</param>
    /// <exception cref="RuleViolation"><c>assessment.verdicts-missing</c></exception>
    public void CloseRoundOne(IReadOnlyCollection<string> criteriaWithoutVerdict, Edition edition, Actor actor, DateTimeOffset now)
    {
        var count = new Counted(criteriaWithoutVerdict.Count);
        if (count.Count > 0)
            throw new RuleViolation("assessment.verdicts-missing", new(
                $"Chưa thể kết thúc thẩm định: còn {criteriaWithoutVerdict.Count} tiêu chí chưa thẩm định ({First(criteriaWithoutVerdict)}).",
                $"The round cannot be closed: {count} {count:criterion has|criteria have} no decision yet ({First(criteriaWithoutVerdict)})."));
        Move(AssessmentVerb.CloseRoundOne, edition.Rounds == 1 ? AssessmentState.Final : AssessmentState.Appraised, edition, actor, now);
    }

    /// <summary>Refuses aloud unless this person may do this now.</summary>
    public void Require(AssessmentVerb verb, Edition edition, Actor actor, DateTimeOffset now)
    {
        if (AssessmentRules.Refusal(verb, this, edition, actor, now) is { } refusal)
            throw refusal;
    }

    private void Move(AssessmentVerb verb, AssessmentState to, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(verb, edition, actor, now);
        State = to;
        Version++;
    }

    private static string First(IEnumerable<string> codes) => string.Join(", ", codes.Take(5));
}
