namespace DaNangDxIndex.Assessments;

/// <summary>
/// A sentence typed in the place of one that was seen: blank, it takes that one away. What somebody else wrote meanwhile stays; the same
/// again is no change, whatever version was seen.
/// </summary>
/// <param name="Version">Of the sentence that this one replaces; 0 where there was none.</param>
public abstract record TypedSentence(string? Text, int Version)
{
    /// <summary>Null where it takes away.</summary>
    public string? Said => Text?.Trim() is { Length: > 0 } said ? said : null;

    /// <param name="written">The sentence that is there now; null where none is.</param>
    public bool Repeats(string? written) => string.Equals(written, Said, StringComparison.Ordinal);

    /// <param name="written">Version of the sentence that is there now; null where none is.</param>
    public bool IsOvertakenBy(int? written) => written is { } version && version != Version;
}
