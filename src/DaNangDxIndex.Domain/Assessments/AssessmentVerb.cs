namespace DaNangDxIndex.Assessments;

/// <summary>What can be done with an assessment. Pages and API show those that <see cref="AssessmentRules"/> allows, and no others.</summary>
public enum AssessmentVerb
{
    Enter,
    AskForApproval,
    SendBack,
    Submit,
    Recall,
    Return,
    RecordNotSubmitted,
    Extend,
    Appraise,
    CloseRoundOne,
    Explain,
    CloseRoundTwo,
    Reopen,
}
