using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Story;

/// <summary>
/// Who gained most by what it did, like for like, as bars to both sides of zero. Places and lengths are shares of the width.
/// </summary>
public sealed record ImprovementBars(IReadOnlyList<LikeForLike> Lines)
{
    private decimal Least => Math.Min(0, Lines.Select(Gain).DefaultIfEmpty().Min());

    private decimal Range => Math.Max(0, Lines.Select(Gain).DefaultIfEmpty().Max()) - Least;

    /// <summary>Where zero stands.</summary>
    public decimal Zero => Range == 0 ? 0 : -Least / Range;

    public (decimal X, decimal Width) Bar(LikeForLike line)
    {
        var width = Range == 0 ? 0 : Math.Abs(Gain(line)) / Range;
        return (Gain(line) < 0 ? Zero - width : Zero, width);
    }

    private static decimal Gain(LikeForLike line) => line.Performance.Round(4);
}
