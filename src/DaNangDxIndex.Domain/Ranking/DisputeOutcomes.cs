using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Ranking;

/// <summary>The outcomes of one agency's disputes among which its highest and its lowest result are found.</summary>
internal static class DisputeOutcomes
{
    /// <summary>
    /// Decisions with every dispute about points at its better end, and at its worse
    /// end, once for each way in which the disputes about "not applicable" can end.
    /// </summary>
    public static IEnumerable<IReadOnlyDictionary<string, Decided>> Of(
        Scorer scorer, DisputedInput disputed, GroupBest best, int mostConverting)
    {
        var declared = Results(scorer, disputed, dispute => dispute.Declared, best);
        var appraised = Results(scorer, disputed, dispute => dispute.Appraised, best);
        var converting = disputed.Disputes.Keys.Where(code => declared[code].Maximum != appraised[code].Maximum)
            .Order(StringComparer.Ordinal).ToList();
        if (converting.Count > mostConverting)
            throw TooMany(disputed.Input.Agency, converting.Count, mostConverting);
        for (var way = 0; way < 1 << converting.Count; way++)
        {
            foreach (var better in (bool[])[true, false])
            {
                var decisions = new Dictionary<string, Decided>(disputed.Input.Decisions, StringComparer.Ordinal);
                foreach (var (code, dispute) in disputed.Disputes)
                {
                    var place = converting.IndexOf(code);
                    var toDeclared = place >= 0 ? (way >> place & 1) == 0 : IsBetter(scorer.Set, declared[code], appraised[code]) == better;
                    decisions[code] = toDeclared ? dispute.Declared : dispute.Appraised;
                }

                yield return decisions;
            }
        }
    }

    private static Dictionary<string, CriterionResult> Results(
        Scorer scorer, DisputedInput disputed, Func<Dispute, Decided> end, GroupBest best)
    {
        var decisions = new Dictionary<string, Decided>(disputed.Input.Decisions, StringComparer.Ordinal);
        foreach (var (code, dispute) in disputed.Disputes)
            decisions[code] = end(dispute);
        return scorer.Score(disputed.Input with { Decisions = decisions }, best).Criteria
            .ToDictionary(result => result.Criterion.Code, StringComparer.Ordinal);
    }

    // Points of a penalty are points lost.
    private static bool IsBetter(CriteriaSet set, CriterionResult result, CriterionResult other) =>
        set.ComponentOf(result.Criterion.Code)?.Block == Block.Penalty ? result.Points <= other.Points : result.Points >= other.Points;

    private static RuleViolation TooMany(string agency, int count, int most) => new("ranking.disputes", new(
        $"{agency} có {count} tiêu chí đang tranh luận về “không áp dụng”; giải quyết bớt, nhiều nhất {most}.",
        $"{agency} has {count} open disputes about \"not applicable\"; settle some first, at most {most}."));
}
