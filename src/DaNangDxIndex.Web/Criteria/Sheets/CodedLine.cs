namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>"code: name" as people write it in one cell; the name may be missing.</summary>
internal static class CodedLine
{
    public static (string Code, string Name) Of(string line)
    {
        var at = line.IndexOf(':', StringComparison.Ordinal);
        return at < 0 ? (line.Trim(), "") : (line[..at].Trim(), line[(at + 1)..].Trim());
    }
}
