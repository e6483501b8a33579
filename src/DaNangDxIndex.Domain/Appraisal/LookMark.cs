namespace DaNangDxIndex.Appraisal;

/// <summary>Why a criterion of an agency wants a look of its own: what bears one is never accepted together with others.</summary>
public enum LookMark
{
    /// <summary>The agency asks for "not applicable", and nobody has answered.</summary>
    AskedNotApplicable,

    /// <summary>A figure changed after the verdict.</summary>
    Stale,

    /// <summary>The criterion was opened again after the verdict.</summary>
    OpenedAgain,

    /// <summary>The agency replied to the verdict.</summary>
    RepliedTo,

    /// <summary>It was returned, and the agency says why what it declared is right.</summary>
    AnsweredReturn,

    /// <summary>It was returned to be mended, and the agency says nothing to it: whether it was mended is to be looked at.</summary>
    Returned,

    /// <summary>A part lies above its whole.</summary>
    AboveWhole,

    /// <summary>Figures contradict each other: a number over zero.</summary>
    Contradictory,

    /// <summary>A figure far from last year's, or a component without any change, which the agency explains.</summary>
    Unlikely,

    /// <summary>Nothing was due (0/0): not applicable only when an appraiser has confirmed it.</summary>
    NothingDue,

    /// <summary>Evidence is compulsory, and there is neither a piece nor a reason.</summary>
    EvidenceMissing,

    /// <summary>Drawn to be judged twice.</summary>
    ReadTwice,

    /// <summary>Evidence is compulsory, and the agency explains why there is none.</summary>
    ExplainedInstead,
}
