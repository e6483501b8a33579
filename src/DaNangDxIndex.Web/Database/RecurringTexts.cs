namespace DaNangDxIndex.Database;

/// <summary>
/// Codes and short values that stand in one row after another: each stands in memory once. A province's figures name the same hundred
/// codes and the same hundreds of agencies forty thousand times.
/// </summary>
internal sealed class RecurringTexts
{
    private const int Longest = 40;
    private const int Most = 4096;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string Of(string text)
    {
        if (text.Length > Longest)
            return text;
        if (_known.TryGetValue(text, out var known))
            return known;
        if (_known.Count < Most)
            _known.Add(text);
        return text;
    }
}
