namespace DaNangDxIndex.Evidence;

/// <summary>A file that lies in the store.</summary>
/// <param name="Digest">SHA-256, lower-case hex.</param>
/// <param name="Size">In bytes.</param>
public sealed record ReceivedFile(string Digest, long Size, FileType Type);
