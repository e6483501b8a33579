namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Codes that were on a list when it was confirmed, as its form carries them: nothing that came later is accepted with them.
/// </summary>
internal static class ListOnPage
{
    /// <summary>More than any edition has of criteria, or a group of agencies.</summary>
    private const int Most = 2000;

    public static string Write(IEnumerable<string> codes) => string.Join(' ', codes);

    public static IReadOnlySet<string> Read(string? listed) =>
        (listed ?? "").Split(' ', Most, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
