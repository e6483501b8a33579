using DaNangDxIndex.Editions;
using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Story;

/// <summary>How many agencies stood in each tier, year under year; a break between two years is named.</summary>
public sealed record TierYears(IReadOnlyList<TierYears.Year> Years)
{
    /// <param name="Counts">From the best tier down; null where nobody printed it.</param>
    /// <param name="Break">Why the year is not compared with the one before it in the list.</param>
    public sealed record Year(int Edition, IReadOnlyList<(TierMark Tier, int? Count)> Counts, Break? Break)
    {
        public int All => Counts.Sum(tier => tier.Count ?? 0);

        /// <summary>
        /// The segments of the year's strip as shares of its width; empty where a count is unknown, since then nobody knows the whole.
        /// </summary>
        public IReadOnlyList<(TierMark Tier, decimal X, decimal Width)> Segments
        {
            get
            {
                if (All == 0 || Counts.Any(tier => tier.Count is null))
                    return [];
                var (segments, from) = (new List<(TierMark, decimal, decimal)>(), 0);
                foreach (var (tier, count) in Counts)
                {
                    segments.Add((tier, (decimal)from / All, (decimal)count.GetValueOrDefault() / All));
                    from += count.GetValueOrDefault();
                }

                return segments;
            }
        }
    }
}
