namespace DaNangDxIndex.Assessments;

/// <summary>
/// Where a figure, a count or a result comes from. It belongs to the single figure: one agency
/// may have printed figures beside its own, and a table printed counts beside made ones.
/// </summary>
public enum Provenance
{
    /// <summary>Declared by the agency itself.</summary>
    Agency,

    /// <summary>Read out of an information system.</summary>
    System,

    /// <summary>From a survey of citizens.</summary>
    Survey,

    /// <summary>Entered by the standing office.</summary>
    Office,

    /// <summary>Printed in the press or in a report.</summary>
    Press,

    /// <summary>Made for demonstration.</summary>
    Illustrative,
}
