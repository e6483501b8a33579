using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Scores agencies under one criteria set. Immutable and safe to share; make one per set and keep it.</summary>
public sealed class Scorer(CriteriaSet set)
{
    public CriteriaSet Set { get; } = set;

    /// <summary>
    /// The scorecard of one agency. Without <paramref name="best"/>, criteria that compare with the best of the group earn nothing yet
    /// and say so; pass <see cref="BestOf"/> of the whole group for the final result.
    /// </summary>
    /// <exception cref="RuleViolation">
    /// scoring.verdict-points: a decision sets points outside 0 to the maximum; scoring.unknown-criterion: it names no criterion of the set;
    /// scoring.unknown-kind: the agency's kind is not in the set; scoring.figure-kind: a value is an option where a number is read, or the reverse.
    /// </exception>
    public Scorecard Score(ScoringInput input, GroupBest? best = null) => throw new NotSupportedException();

    /// <summary>First pass over a group: the best value of each quantity that is compared with the group.</summary>
    public GroupBest BestOf(IEnumerable<ScoringInput> group) => throw new NotSupportedException();

    /// <summary>Both passes over a group, in the order of the input.</summary>
    public IReadOnlyList<Scorecard> ScoreGroup(IReadOnlyCollection<ScoringInput> group)
    {
        var best = BestOf(group);
        return [.. group.Select(input => Score(input, best))];
    }
}
