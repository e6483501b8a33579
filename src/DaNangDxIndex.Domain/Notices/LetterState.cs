namespace DaNangDxIndex.Notices;

public enum LetterState
{
    /// <summary>To be carried, for the first time or again.</summary>
    Waiting,

    /// <summary>With the mail server at this moment.</summary>
    Underway,
    Sent,

    /// <summary>Refused again and again, or for good.</summary>
    GivenUp,

    /// <summary>The mail server may have taken it, and nobody heard its answer: it is not sent a second time by itself.</summary>
    Unknown,
}
