namespace DaNangDxIndex.Assessments;

/// <summary>How far a part of the form is that was given to somebody.</summary>
public enum FormPartState
{
    InHand,

    /// <summary>Its last day has passed.</summary>
    Late,

    /// <summary>Its holder has left before it was done.</summary>
    Nobodys,

    Done,

    /// <summary>Signed off, and a figure in it was changed afterwards.</summary>
    ChangedSince,
}
