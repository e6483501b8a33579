namespace DaNangDxIndex.Publishing.Findings;

/// <summary>What a signatory has to know before signing, in the order of the page. The first two refuse; the others are acknowledged one
/// by one.</summary>
public enum FindingKind
{
    /// <summary>An assessment can still change.</summary>
    NotFinal,

    /// <summary>A stored figure is not valid under the criteria in force: it counts as blank until it is corrected.</summary>
    BlockedFigure,
    NotSubmitted,
    BlankFigure,

    /// <summary>A figure of a penalty criterion is blank, so that nothing was deducted.</summary>
    BlankPenalty,

    /// <summary>A part stands above its whole and no appraiser has answered for it.</summary>
    AboveWhole,

    /// <summary>"Not applicable" was asked for and nobody decided.</summary>
    OpenRequest,

    /// <summary>A figure was corrected after the decision that read it.</summary>
    StaleVerdict,
    VerdictWithoutReason,
    CorrectionWithoutReason,
    Extension,
    TieOnFirst,
    OnTierBound,

    /// <summary>At most half a point from a tier's bound, and not on it.</summary>
    NearTierBound,

    /// <summary>Ten points or ten ranks against the comparable edition before.</summary>
    Jump,
    AtCap,
    NothingApplies,
}
