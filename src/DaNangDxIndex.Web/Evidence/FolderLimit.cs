namespace DaNangDxIndex.Evidence;

/// <summary>How many bytes of files an agency may keep: DX_EVIDENCE_AGENCY_MB, 2048 by default.</summary>
public sealed record FolderLimit(long Bytes);
