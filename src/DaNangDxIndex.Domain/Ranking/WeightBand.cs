using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Ranking;

/// <summary>Where an agency comes out when the weights are drawn anew: ranks over all draws.</summary>
/// <param name="Nominal">Its rank under the weights of the method, from the same arithmetic as the draws.</param>
/// <param name="Low">The rank that 5 % of the draws are at or above (nearest rank).</param>
/// <param name="High">The rank that 95 % of the draws are at or above.</param>
public sealed record RankRange(string Agency, int Nominal, int Best, int Low, int Median, int High, int Worst);

/// <summary>
/// The method's own check: rank intervals when each criterion's maximum is drawn evenly between (1 - band) and (1 +
/// band) times itself, and all are brought back to the scale. Bonus, penalty, exclusions and shares stay as they are.
/// </summary>
/// <remarks>
/// In doubles, which is exact enough to say how firm a ranking is and never decides one: a total that
/// falls on the half of its last decimal may be rounded to the other side. Seeded: the same scorecards,
/// band, number of draws and seed give the same ranges on every machine and number of cores.
/// </remarks>
public static class WeightBand
{
    /// <summary>Ranges of the ranked agencies, in the order of the scorecards.</summary>
    public static IReadOnlyList<RankRange> Ranges(Method method, IReadOnlyList<Scorecard> scorecards, double band, int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(band);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(band, 1);
        List<Scorecard> ranked = [.. scorecards.Where(scorecard => scorecard.Ranked)];
        if (ranked.Count == 0)
            return [];
        var table = new WeightTable(method, ranked);
        var nominal = new int[ranked.Count];
        table.Rank(table.Maxima, nominal);
        var ranks = new int[draws][];
        Parallel.For(0, draws, draw =>
        {
            ranks[draw] = new int[ranked.Count];
            table.Rank(Drawn(table.Maxima, band, new SeededDraws(seed, (ulong)draw)), ranks[draw]);
        });
        var ranges = new RankRange[ranked.Count];
        Parallel.For(
            0, ranked.Count, place => ranges[place] = Range(ranked[place].Agency, nominal[place], [.. ranks.Select(draw => draw[place])]));
        return ranges;
    }

    private static double[] Drawn(double[] maxima, double band, SeededDraws draws)
    {
        var weights = new double[maxima.Length];
        for (var place = 0; place < maxima.Length; place++)
            weights[place] = maxima[place] * (1 - band + (2 * band * draws.NextDouble()));
        return weights;
    }

    private static RankRange Range(string agency, int nominal, int[] ranks)
    {
        Array.Sort(ranks);
        return new RankRange(agency, nominal, ranks[0], At(0.05), At(0.5), At(0.95), ranks[^1]);

        int At(double share) => ranks[Math.Max(0, (int)Math.Ceiling(share * ranks.Length) - 1)];
    }
}
