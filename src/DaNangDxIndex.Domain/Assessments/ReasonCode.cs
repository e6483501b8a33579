namespace DaNangDxIndex.Assessments;

/// <summary>Why points were set by hand or a criterion was found not applicable. Published; the appraiser's sentence is not.</summary>
public enum ReasonCode
{
    EvidenceMissing,
    EvidenceInsufficient,
    FigureContradicted,
    OutsideTheYear,
    RuleMisread,
    NothingDue,
    OutsideTheRemit,
    Other,
}
