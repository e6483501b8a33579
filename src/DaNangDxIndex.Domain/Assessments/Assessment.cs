using System.Collections.Frozen;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// One agency's assessment in one edition. Its figures are <see cref="FigureEntry"/> rows; every change of state is a verb here.
/// </summary>
public sealed partial class Assessment(int year, string agency, string group, string? parent, bool ranked, AssessmentState state)
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

    /// <summary>By criterion what the agency says to what was given back in it.</summary>
    public IReadOnlyDictionary<string, AnswerToReturn> Answers { get; private set; } =
        FrozenDictionary<string, AnswerToReturn>.Empty;

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
}
