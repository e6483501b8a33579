using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// The ranked table of a group. Rank comes from the rounded total, then from the tie keys of the method; who is still equal shares a rank.
/// </summary>
public static class Standings
{
    /// <summary>
    /// Ranks a group: higher totals first, per parent where the method ranks within it. Lines stand
    /// by parent (where that counts), then rank, then code; agencies that are not ranked stand last.
    /// </summary>
    public static IReadOnlyList<Standing> Rank(Method method, IEnumerable<Contender> contenders)
    {
        var withinParent = method.Within == RankedWithin.Parent;
        return [.. contenders
            .GroupBy(contender => withinParent ? contender.Parent ?? "" : "", StringComparer.Ordinal)
            .OrderBy(table => table.Key, StringComparer.Ordinal)
            .SelectMany(table => RankTable(method.Ranking, table))];
    }

    /// <summary>Ranks the scorecards of a group.</summary>
    public static IReadOnlyList<Standing> Rank(Method method, IEnumerable<Scorecard> scorecards) =>
        Rank(method, scorecards.Select(scorecard => ContenderOf(method, scorecard)));

    private static IEnumerable<Standing> RankTable(RankingMethod method, IEnumerable<Contender> table)
    {
        var ordered = table.Order(Comparer<Contender>.Create(ByResult)).ToList();
        var (rank, place) = (0, 0);
        Contender? above = null;
        foreach (var contender in ordered)
        {
            if (!contender.Ranked)
            {
                yield return Line(null, contender);
                continue;
            }

            place++;
            if (above is null || CompareResults(above, contender) != 0)
                rank = method == RankingMethod.Competition ? place : rank + 1;
            above = contender;
            yield return Line(rank, contender);
        }
    }

    private static Standing Line(int? rank, Contender contender) =>
        new(rank, contender.Agency, contender.Parent, contender.Total, contender.Tier);

    private static int ByResult(Contender a, Contender b)
    {
        if (a.Ranked != b.Ranked)
            return a.Ranked ? -1 : 1;
        var byResult = CompareResults(a, b);
        return byResult != 0 ? byResult : string.CompareOrdinal(a.Agency, b.Agency);
    }

    /// <summary>Below zero where a stands above b: by total, then by the tie keys.</summary>
    internal static int CompareResults(Contender a, Contender b)
    {
        var byTotal = b.Total.CompareTo(a.Total);
        for (var key = 0; byTotal == 0 && key < a.TieKeys.Count; key++)
            byTotal = b.TieKeys[key].CompareTo(a.TieKeys[key]);
        return byTotal;
    }

    internal static Contender ContenderOf(Method method, Scorecard scorecard) =>
        new(scorecard.Agency, scorecard.Parent, scorecard.Total, scorecard.Tier?.Code, scorecard.Ranked,
            [.. method.TieKeys.Select(key => method.Round(scorecard.EarnedOn(key)))]);
}
