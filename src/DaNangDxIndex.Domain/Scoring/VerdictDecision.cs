namespace DaNangDxIndex.Scoring;

/// <summary>What an appraiser decides about one criterion.</summary>
public enum VerdictDecision
{
    /// <summary>The points follow from the accepted figures by the rule.</summary>
    Accept,

    /// <summary>Points are set by hand, with reason and sentence.</summary>
    Points,

    NotApplicable,
}
