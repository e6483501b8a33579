using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Scoring.Differences;

namespace DaNangDxIndex.Ranking;

/// <summary>The rules of one group in one edition, with the best of the group under them.</summary>
public sealed record RulesOfYear(Scorer Scorer, GroupBest Best)
{
    public CriteriaSet Set => Scorer.Set;
}

/// <summary>
/// A group's rules in two editions of one series, to compare its agencies like for like. Made once for a group; whether the editions may
/// be compared at all (<see cref="Editions.Break"/>) is for the caller to know.
/// </summary>
public sealed class ComparedYears
{
    private readonly RulesOfYear _before;
    private readonly RulesOfYear _after;
    private readonly List<(Criterion? Before, Criterion? After)> _pairs;
    private readonly HashSet<string> _alike;

    public ComparedYears(RulesOfYear before, RulesOfYear after)
    {
        (_before, _after) = (before, after);
        var pairs = CriterionDifference.Pairs([.. before.Set.Criteria], [.. after.Set.Criteria]);
        var kept = pairs.Values.ToHashSet<Criterion>(ReferenceEqualityComparer.Instance);
        _pairs =
        [
            .. after.Set.Criteria.Select(criterion => (pairs.GetValueOrDefault(criterion), (Criterion?)criterion)),
            .. before.Set.Criteria.Where(criterion => !kept.Contains(criterion))
                .Select(criterion => ((Criterion?)criterion, (Criterion?)null)),
        ];
        _alike = [.. after.Set.Figures
            .Where(figure => before.Set.Figure(figure.Code) is { } was && figure.IsSameFactAs(was)).Select(figure => figure.Code)];
    }

    /// <summary>One agency in both years; its code may have changed between them.</summary>
    /// <exception cref="RuleViolation">As <see cref="Scorer.Score"/>.</exception>
    public LikeForLike Of(ScoringInput before, ScoringInput after)
    {
        var (was, now) = (new ScoredYear(_before, before), new ScoredYear(_after, after));
        List<CriterionMove> moves = [.. _pairs.Select(pair => MoveOf(pair.Before, pair.After, was, now))];
        var (performance, rules) = (Sum(moves, move => move.Performance), Sum(moves, move => move.Rules));
        var change = now.Card.Total - was.Card.Total;
        return new(after.Agency, moves, change, performance, rules, (Fraction)change - performance - rules, Covered(moves, now));
    }

    private CriterionMove MoveOf(Criterion? before, Criterion? after, ScoredYear was, ScoredYear now)
    {
        var (then, today) = (before is null ? null : was.ResultOf(before), after is null ? null : now.ResultOf(after));
        var criterion = after ?? before ?? throw new InvalidOperationException("One of the two is there.");
        var move = new CriterionMove(
            criterion, then is null ? null : was.Worth(then), today is null ? null : now.Worth(today), Fraction.Zero, Fraction.Zero, null);
        if (before is null || after is null)
            return move with { Why = before is null ? Incomparable.New : Incomparable.Gone };
        if (WhyNot(before, after, was, now) is { } why)
            return move with { Why = why };
        var (oldRules, newRules) = (was.Rescored(before, now, after), now.Rescored(after, was, before));
        if (move is not { Before: { } first, After: { } last }
            || was.Worth(oldRules) is not { } byOld || now.Worth(newRules) is not { } byNew
            || !new[] { then, today, oldRules, newRules }.All(result => result?.State == ResultState.Scored))
            return move with { Why = Incomparable.NotApplicable };
        var performance = (byOld - first + last - byNew) / 2;
        return move with { Performance = performance, Rules = last - first - performance };
    }

    private Incomparable? WhyNot(Criterion before, Criterion after, ScoredYear was, ScoredYear now)
    {
        if (before.Rule is null || after.Rule is null)
            return Incomparable.NotScored;
        if (was.BlockOf(before) != now.BlockOf(after))
            return Incomparable.OtherBlock;
        if (was.DecisionOn(before) == VerdictDecision.Points || now.DecisionOn(after) == VerdictDecision.Points)
            return Incomparable.SetByHand;
        return before.Rule.Figures.Concat(after.Rule.Figures).All(_alike.Contains) ? null : Incomparable.OtherFigures;
    }

    // On another scale a point is another thing: then nothing is covered.
    private Fraction Covered(List<CriterionMove> moves, ScoredYear now)
    {
        var compared = moves.Where(move => move.Why is null && now.BlockOf(move.Criterion) == Block.Base);
        return now.Card.ApplicableMaximum.IsZero || _before.Set.Method.Scale != _after.Set.Method.Scale
            ? Fraction.Zero
            : compared.Aggregate(Fraction.Zero, (sum, move) => sum + move.Criterion.Maximum) / now.Card.ApplicableMaximum;
    }

    private static Fraction Sum(List<CriterionMove> moves, Func<CriterionMove, Fraction> of) =>
        moves.Aggregate(Fraction.Zero, (sum, move) => sum + of(move));
}
