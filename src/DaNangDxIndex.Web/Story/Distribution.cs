using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Story;

/// <summary>
/// How the totals of a group lie: how many stand in each step of the scale, with the bounds of the tiers. Places are shares of the width,
/// so that the picture fits every screen.
/// </summary>
/// <param name="From">Left end in points: a whole tenth of the scale at or below the least total.</param>
/// <param name="To">Right end: the scale, or a whole tenth above the greatest total where it passes the scale.</param>
/// <param name="Bins">From left to right, without gaps; a total on a boundary counts to the right, at the very end to the left.</param>
public sealed record Distribution(decimal From, decimal To, IReadOnlyList<Distribution.Bin> Bins)
{
    private const int StepsOfTheScale = 40;

    /// <summary>Lower bounds of tiers that lie inside the picture.</summary>
    public IReadOnlyList<Bound> Bounds { get; init; } = [];

    public int Most => Bins.Select(bin => bin.Count).DefaultIfEmpty().Max();

    /// <summary>Place of a total from the left, 0 to 1.</summary>
    public decimal X(decimal points) => To == From ? 0 : Math.Clamp((points - From) / (To - From), 0, 1);

    /// <summary>Null where nobody has a total.</summary>
    /// <param name="scale">Above zero.</param>
    /// <param name="beside">Totals of pictures that stand beside this one: its ends hold them as well.</param>
    public static Distribution? Of(
        decimal scale, IReadOnlyCollection<decimal> totals, IEnumerable<Bound> bounds, IReadOnlyCollection<decimal>? beside = null)
    {
        if (totals.Count == 0)
            return null;
        var (tenth, step) = (scale / 10, scale / StepsOfTheScale);
        List<decimal> held = [.. totals, .. beside ?? []];
        var from = Math.Min(Math.Floor(held.Min() / tenth) * tenth, scale - tenth);
        var to = Math.Max(scale, Math.Ceiling(held.Max() / tenth) * tenth);
        var count = (int)((to - from) / step);
        var places = totals.Select(total => Math.Min((int)((total - from) / step), count - 1)).ToLookup(place => place);
        return new(from, to, [.. Enumerable.Range(0, count).Select(place =>
            new Bin(from + (place * step), from + ((place + 1) * step), places[place].Count()))])
        {
            Bounds = [.. bounds.Where(bound => bound.At > from && bound.At < to)],
        };
    }

    /// <param name="From">Inclusive.</param>
    /// <param name="To">Exclusive, but for the last.</param>
    public sealed record Bin(decimal From, decimal To, int Count)
    {
        public decimal Middle => (From + To) / 2;
    }

    /// <param name="Text">As it is printed: "80".</param>
    public sealed record Bound(TierMark Tier, decimal At, string Text);
}
