namespace DaNangDxIndex.Ranking;

/// <summary>The tiers that imported results name, from the best down. Their method is not known, only the words and their order.</summary>
public static class PrintedTiers
{
    private static readonly (string Code, Bilingual Name)[] All =
    [
        ("excellent", new("Xuất sắc", "Excellent")), ("good", new("Tốt", "Good")), ("fair", new("Khá", "Fair")),
        ("average", new("Trung bình", "Average")), ("weak", new("Yếu", "Weak")),
    ];

    /// <summary>The tiers of one imported group with the counts that were printed.</summary>
    public static IReadOnlyList<RankedTier> Of(IReadOnlyDictionary<string, int> counts, IEnumerable<string> named)
    {
        var used = counts.Keys.Concat(named).ToHashSet(StringComparer.Ordinal);
        var scale = used.Contains("weak") ? All.Length : All.Length - 1;
        return [.. All.Index()
            .Where(tier => used.Contains(tier.Item.Code))
            .Select(tier => new RankedTier(
                tier.Item.Code, tier.Item.Name, null, tier.Index + 1, scale, counts.TryGetValue(tier.Item.Code, out var now) ? now : null, null))];
    }
}
