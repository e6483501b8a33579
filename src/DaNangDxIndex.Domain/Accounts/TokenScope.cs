namespace DaNangDxIndex.Accounts;

/// <summary>What a personal access token may do of what its person may do.</summary>
public enum TokenScope
{
    /// <summary>Reads what the person reads, and changes nothing.</summary>
    Read,

    /// <summary>Reads, and enters and submits for the person's agency.</summary>
    Enter,

    /// <summary>Reads, and appraises.</summary>
    Appraise,

    /// <summary>Reads, and does the office's work: loads figures, extends deadlines, moves the edition on.</summary>
    Office,
}
