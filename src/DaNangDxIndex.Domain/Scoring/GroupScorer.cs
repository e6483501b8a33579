using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Scores and ranks a whole group in columns: fast where doubles provably suffice, exact fractions wherever they do not. The result is
/// that of exact arithmetic for every agency.
/// </summary>
/// <remarks>
/// Figures are whole numbers of a power of ten below 2^53, hence exact doubles. Thresholds (steps, both ends of linear) are compared
/// crosswise in such numbers, hence exactly. Only the share between two ends, and sums and products
/// with shares and maxima that have no exact double, are rounded, and every number carries a bound
/// of what rounding has cost so far (<see cref="Near"/>; exact residues for sums and products).
/// A total, or any other number that must be rounded or compared, is taken from doubles only if the whole interval around it falls
/// on one side of the boundary; otherwise the agency is scored by
/// <see cref="Scorer"/>. See docs/decisions/2026-11-21-scoring-in-columns.md.
/// </remarks>
public sealed class GroupScorer(CriteriaSet set)
{
    private static readonly Dictionary<string, Decided> NoDecisions = new(StringComparer.Ordinal);
    private readonly Scorer _exact = new(set);
    private readonly Applicability _applicability = new(set);

    /// <summary>Totals, tiers and ranks of the group.</summary>
    /// <exception cref="RuleViolation">As <see cref="Scorer.Score"/>.</exception>
    public GroupScores Score(GroupFigures figures)
    {
        var applies = Applies(figures);
        var best = new GroupBestSearch(figures, applies).Find();
        var scores = new GroupScores(figures, set.Method.TieKeys.Count);
        var columns = new ScoreColumns(figures, best, applies, scores);
        foreach (var member in columns.Run().Union(figures.Outsize))
        {
            columns.Put(member, _exact.Score(figures.InputOf(member), best));
            scores.ScoredExactly++;
        }

        scores.Rank();
        return scores;
    }

    // One row per criterion, in the order of the set; most rows are the same one.
    private bool[][] Applies(GroupFigures figures)
    {
        var everywhere = Enumerable.Repeat(true, figures.Members.Count).ToArray();
        var concerned = Enumerable.Range(0, figures.Members.Count).Where(member => Concerns(figures, member)).ToList();
        return [.. set.Criteria.Select(criterion => Row(criterion.Code))];

        bool[] Row(string criterion)
        {
            bool[]? row = null;
            foreach (var member in concerned.Where(member => !Applies(figures, criterion, member)))
            {
                row ??= [.. everywhere];
                row[member] = false;
            }

            return row ?? everywhere;
        }
    }

    private bool Concerns(GroupFigures figures, int member)
    {
        var (groupMember, decisions) = (figures.Members[member], figures.Decisions.GetValueOrDefault(member));
        _applicability.Check(groupMember.Kinds, decisions ?? NoDecisions);
        return _applicability.MayNotApply(groupMember.Agency, groupMember.Kinds, decisions);
    }

    private bool Applies(GroupFigures figures, string criterion, int member)
    {
        var groupMember = figures.Members[member];
        return _applicability.Applies(criterion, groupMember.Agency, groupMember.Kinds, figures.Decisions.GetValueOrDefault(member));
    }
}
