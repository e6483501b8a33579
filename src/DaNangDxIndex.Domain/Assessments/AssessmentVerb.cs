namespace DaNangDxIndex.Assessments;

/// <summary>
/// What can be done with an assessment. Pages and API show those that <see cref="AssessmentRules"/> allows, and no others.
/// </summary>
public enum AssessmentVerb
{
    Enter,
    AskForApproval,
    SendBack,
    Submit,
    Recall,
    Return,
    RecordNotSubmitted,

    /// <summary>Takes the record "not submitted" back: it was made by mistake.</summary>
    TakeBack,
    Extend,
    Appraise,
    CloseRoundOne,

    /// <summary>Writes the reply to one criterion, or takes it away again.</summary>
    Reply,

    /// <summary>Sends the replies to the appraisers.</summary>
    Explain,

    /// <summary>Takes the replies back that were sent, to change them in time.</summary>
    RecallReplies,
    CloseRoundTwo,

    /// <summary>Asks for one criterion of a final assessment to be opened again.</summary>
    AskToReopen,
    Reopen,
}
