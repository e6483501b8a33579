namespace DaNangDxIndex.Evidence;

/// <summary>What the virus scanner said of a file.</summary>
public enum ScanState
{
    /// <summary>Nothing yet: it waits for the scanner, or there is none.</summary>
    Unscanned,

    Clean,

    /// <summary>Handed out to nobody, and no evidence.</summary>
    Infected,
}
