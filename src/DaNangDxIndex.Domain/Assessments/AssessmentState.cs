namespace DaNangDxIndex.Assessments;

/// <summary>Where one agency's assessment stands.</summary>
public enum AssessmentState
{
    Entering,
    AwaitingApproval,
    Submitted,

    /// <summary>Sent back by the lead appraiser to be completed.</summary>
    Returned,

    /// <summary>Recorded at the deadline by the office: scored on what is there, or left out.</summary>
    NotSubmitted,
    Appraised,
    Explained,
    Final,

    /// <summary>Final, with one criterion opened again.</summary>
    Reopened,
}
