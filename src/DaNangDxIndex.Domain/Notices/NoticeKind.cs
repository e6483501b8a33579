namespace DaNangDxIndex.Notices;

/// <summary>What somebody is told of.</summary>
public enum NoticeKind
{
    /// <summary>An edition was opened for entry.</summary>
    Opened,

    /// <summary>Entry has ended.</summary>
    Closed,
    Published,

    /// <summary>A correction of published results moves the agency's.</summary>
    Corrected,

    /// <summary>Published results are in force no longer.</summary>
    Withdrawn,

    /// <summary>An agency asks for a review of its published result; to the standing office.</summary>
    ReviewAsked,
    ReviewAnswered,

    /// <summary>Given back to the agency by those outside it.</summary>
    Returned,

    /// <summary>Sent back to the assessor by the agency's approver.</summary>
    SentBack,

    /// <summary>The form is laid before the agency's approver.</summary>
    AskedForApproval,

    /// <summary>The agency's approver took the submitted form back; to its assessors, who can change it again.</summary>
    Recalled,

    /// <summary>The office has recorded that the agency did not submit.</summary>
    RecordedNotSubmitted,

    /// <summary>Parts of the form were given to this person.</summary>
    PartGiven,

    /// <summary>The deadline is near and nothing was submitted.</summary>
    Deadline,
    Extended,
    Reopened,

    /// <summary>The office asks for a criterion to be opened again; to those who may open it.</summary>
    ReopeningAsked,

    /// <summary>The first round of the agency is closed.</summary>
    Appraised,

    /// <summary>From now on the agency can reply to the first round.</summary>
    RepliesOpen,

    /// <summary>The agency's result is final.</summary>
    Finalised,

    /// <summary>The agency has replied; to those who appraise.</summary>
    Replied,

    /// <summary>The agency took its replies back; to those who had written them and to those who had been told of them.</summary>
    RepliesRecalled,

    /// <summary>Appraisers ask the agency about a criterion.</summary>
    Asked,

    /// <summary>The agency has answered the person who asked.</summary>
    Answered,

    /// <summary>An administrator has taken the person's second step at the sign-in away.</summary>
    SecondFactorReset,

    /// <summary>A passkey or a link with a sign-in system was added to the account, or taken away.</summary>
    WayInChanged,

    /// <summary>Somebody has asked for an act that wants a second person; to those who may confirm it.</summary>
    ProposalAsked,

    /// <summary>To whoever had asked.</summary>
    ProposalSettled,

    /// <summary>Written by the standing office to chosen agencies.</summary>
    Reminder,

    /// <summary>What the agency committed itself to after publication is due, or overdue.</summary>
    CommitmentDue,
}
