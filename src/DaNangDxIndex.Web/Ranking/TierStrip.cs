namespace DaNangDxIndex.Ranking;

/// <summary>How many agencies stand in each tier, this edition and the last, under one sentence that says it in words.</summary>
/// <param name="Before">Name of the last edition; null where there is none to compare with.</param>
public sealed record TierStrip(string Sentence, string Now, string? Before, IReadOnlyList<TierStrip.Count> Counts)
{
    /// <param name="Illustrative">The count is made up, and so is its change.</param>
    public sealed record Count(TierMark Tier, int Now, int? Before, bool Illustrative = false);
}
