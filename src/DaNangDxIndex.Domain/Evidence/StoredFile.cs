namespace DaNangDxIndex.Evidence;

/// <summary>Content that is kept, once for a tenant, under its digest; pieces of several agencies may show the same.</summary>
/// <param name="digest">SHA-256, lower-case hex.</param>
/// <param name="size">In bytes.</param>
public sealed class StoredFile(string digest, long size, FileType type, DateTimeOffset storedAt)
{
    public string Digest { get; private set; } = digest;

    public long Size { get; private set; } = size;

    public FileType Type { get; private set; } = type;

    public DateTimeOffset StoredAt { get; private set; } = storedAt;

    public ScanState Scan { get; private set; }

    /// <summary>What the scanner calls what it found.</summary>
    public string? Finding { get; private set; }

    public DateTimeOffset? ScannedAt { get; private set; }

    /// <param name="finding">Null where nothing was found.</param>
    public void Scanned(string? finding, DateTimeOffset at) =>
        (Scan, Finding, ScannedAt) = (finding is null ? ScanState.Clean : ScanState.Infected, finding, at);

    /// <summary>
    /// Infected files go to nobody. Where a scanner is set up, others get a file only when it was found clean; its own agency has it
    /// anyway.
    /// </summary>
    public static bool IsHandedOut(ScanState scan, bool scannerIsSetUp, bool toOwnAgency) => scan switch
    {
        ScanState.Clean => true,
        ScanState.Unscanned => toOwnAgency || !scannerIsSetUp,
        ScanState.Infected => false,
    };
}
