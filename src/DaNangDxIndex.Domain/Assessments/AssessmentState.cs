namespace DaNangDxIndex.Assessments;

/// <summary>Where one agency's assessment stands.</summary>
public enum AssessmentState
{
    Entering,
    AwaitingApproval,
    Submitted,

    /// <summary>Sent back by the lead appraiser to be completed.</summary>
    Returned,

    /// <summary>
    /// Recorded by the office after the agency's own deadline: left out of the ranking, or scored on what is there, as the method says.
    /// </summary>
    NotSubmitted,
    Appraised,
    Explained,
    Final,

    /// <summary>Final, with one criterion opened again.</summary>
    Reopened,
}
