using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Ranking;

/// <summary>A criterion on which agency and appraiser differ: it ends one way or the other.</summary>
public sealed record Dispute(Decided Declared, Decided Appraised);

/// <summary>An agency with its open disputes by criterion code; what is settled stands in the input.</summary>
public sealed record DisputedInput(ScoringInput Input, IReadOnlyDictionary<string, Dispute> Disputes);

/// <summary>
/// How high and how low an agency can still come out. Ranks are null for an agency
/// that cannot be ranked in any outcome, tiers where nothing applies in any.
/// </summary>
public sealed record RankInterval(
    string Agency, string? Parent, decimal Least, decimal Most, Tier? LowestTier, Tier? HighestTier, int? Best, int? Worst);

/// <summary>
/// For the office, before signing: the exact best and worst rank of each agency under the open disputes, each of which may end either way
/// independently of the others. Ranks count in the competition way also where the method ranks densely: one more than the agencies above.
/// </summary>
/// <remarks>
/// Best is reached when the agency wins all its disputes and every other loses all of its own, worst
/// the other way about. The best of the group (for criteria that compare with it) is held fixed. More
/// of one criterion's points never lowers a total, so each agency has one highest and one
/// lowest outcome; only disputes about "not applicable" change the base that is converted, and their outcomes are all tried.
/// </remarks>
public static class DisputedRanks
{
    private const int MostConverting = 12;

    /// <summary>The intervals in the order of the input.</summary>
    /// <exception cref="RuleViolation">
    /// <c>ranking.disputes</c>: more than twelve disputes of one agency are about "not applicable".
    /// </exception>
    public static IReadOnlyList<RankInterval> Of(Scorer scorer, IReadOnlyList<DisputedInput> group, GroupBest best)
    {
        List<Outcomes> outcomes = [.. group.Select(input => OutcomesOf(scorer, input, best))];
        var method = scorer.Set.Method;
        var tables = outcomes
            .Where(outcome => outcome.Highest is not null)
            .GroupBy(outcome => method.Within == RankedWithin.Parent ? outcome.Parent ?? "" : "", StringComparer.Ordinal)
            .SelectMany(table => RanksIn([.. table]))
            .ToDictionary(pair => pair.Agency, StringComparer.Ordinal);
        return [.. outcomes.Select(outcome => Interval(outcome, tables.GetValueOrDefault(outcome.Agency)))];
    }

    private static RankInterval Interval(Outcomes outcomes, RankPair? ranks) => new(
        outcomes.Agency, outcomes.Parent, outcomes.Least, outcomes.Most, outcomes.LowestTier, outcomes.HighestTier,
        ranks?.Best, ranks?.Worst);

    private static IEnumerable<RankPair> RanksIn(List<Outcomes> table)
    {
        // Who may drop out of the ranking stands above nobody for certain.
        var surely = table.Where(outcomes => !outcomes.MayBeUnranked)
            .Select(outcomes => outcomes.Lowest).OfType<Contender>().Order(ByResult).ToList();
        var possibly = table.Select(outcomes => outcomes.Highest).OfType<Contender>().Order(ByResult).ToList();
        foreach (var outcomes in table)
        {
            if (outcomes is not { Highest: { } highest, Lowest: { } lowest })
                continue;
            var itself = Standings.CompareResults(highest, lowest) < 0 ? 1 : 0;
            yield return new RankPair(outcomes.Agency, 1 + Above(surely, highest), 1 + Above(possibly, lowest) - itself);
        }
    }

    private static Comparer<Contender> ByResult { get; } = Comparer<Contender>.Create(Standings.CompareResults);

    // How many of an ordered list stand strictly above.
    private static int Above(List<Contender> ordered, Contender contender)
    {
        var (above, end) = (0, ordered.Count);
        while (above < end)
        {
            var middle = (above + end) / 2;
            if (Standings.CompareResults(ordered[middle], contender) < 0)
                above = middle + 1;
            else
                end = middle;
        }

        return above;
    }

    private static Outcomes OutcomesOf(Scorer scorer, DisputedInput disputed, GroupBest best)
    {
        var outcomes = new Outcomes(scorer.Set.Method, disputed.Input);
        foreach (var decisions in DisputeOutcomes.Of(scorer, disputed, best, MostConverting))
            outcomes.Add(scorer.Score(disputed.Input with { Decisions = decisions }, best));
        return outcomes;
    }

    private sealed record RankPair(string Agency, int Best, int Worst);

    /// <summary>The extremes among an agency's outcomes.</summary>
    private sealed class Outcomes(Method method, ScoringInput input)
    {
        private readonly List<string> _tiers = [.. method.Tiers.Select(tier => tier.Code)];
        private int _lowestTier = -1;
        private int _highestTier = int.MaxValue;

        public string Agency => input.Agency;

        public string? Parent => input.Parent;

        public decimal Least { get; private set; } = decimal.MaxValue;

        public decimal Most { get; private set; } = decimal.MinValue;

        public Tier? LowestTier => _lowestTier < 0 ? null : method.Tiers[_lowestTier];

        public Tier? HighestTier => _lowestTier < 0 ? null : method.Tiers[_highestTier];

        public Contender? Highest { get; private set; }

        public Contender? Lowest { get; private set; }

        public bool MayBeUnranked { get; private set; }

        public void Add(Scorecard scorecard)
        {
            (Least, Most) = (Math.Min(Least, scorecard.Total), Math.Max(Most, scorecard.Total));
            if (scorecard.Tier is { } reached)
            {
                var tier = _tiers.IndexOf(reached.Code);
                (_lowestTier, _highestTier) = (Math.Max(_lowestTier, tier), Math.Min(_highestTier, tier));
            }

            var contender = Standings.ContenderOf(method, scorecard);
            if (!contender.Ranked)
            {
                MayBeUnranked = true;
                return;
            }

            if (Highest is null || Standings.CompareResults(contender, Highest) < 0)
                Highest = contender;
            if (Lowest is null || Standings.CompareResults(contender, Lowest) > 0)
                Lowest = contender;
        }
    }
}
