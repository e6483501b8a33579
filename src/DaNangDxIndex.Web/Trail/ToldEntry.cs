using DaNangDxIndex.Audit;

namespace DaNangDxIndex.Trail;

/// <summary>An entry as a sentence: who did what to what, and which values changed.</summary>
/// <param name="Object">"số liệu “Hồ sơ trực tuyến” · UBND phường Hải Châu · kỳ đánh giá 2025".</param>
/// <param name="Changes">Without what stayed as it was.</param>
public sealed record ToldEntry(AuditEntry Entry, string Act, string Object, IReadOnlyList<ToldEntry.Change> Changes)
{
    /// <param name="Name">Of the value, in the reader's language where it is known.</param>
    /// <param name="Before">Null where nothing stood there.</param>
    public sealed record Change(string Name, string? Before, string? After);
}
