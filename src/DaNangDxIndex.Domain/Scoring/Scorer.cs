using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Scores agencies under one criteria set, exactly. Immutable and safe to share; make one per set and keep it.</summary>
public sealed class Scorer
{
    private readonly Applicability applicability;
    private readonly CriterionScoring criteria;
    private readonly Totalling totalling;
    private readonly Dictionary<string, Figure> figures;
    private readonly int criterionCount;

    public Scorer(CriteriaSet set)
    {
        Set = set;
        figures = set.Figures.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        criterionCount = set.Criteria.Count();
        applicability = new Applicability(set);
        criteria = new CriterionScoring(set, applicability, code => figures[code]);
        totalling = new Totalling(set);
    }

    public CriteriaSet Set { get; }

    /// <summary>
    /// The scorecard of one agency. Without <paramref name="best"/>, criteria that compare with the best of the group earn nothing yet
    /// and say so; pass <see cref="BestOf"/> of the whole group for the final result.
    /// </summary>
    /// <exception cref="RuleViolation">
    /// scoring.verdict-points: a decision sets points outside 0 to the maximum; scoring.unknown-criterion: it names no criterion of the set;
    /// scoring.unknown-kind: the agency's kind is not in the set; scoring.figure-kind: a value is an option where a number is read, or the reverse.
    /// </exception>
    public Scorecard Score(ScoringInput input, GroupBest? best = null)
    {
        applicability.Check(input.Kinds, input.Decisions);
        var results = new List<CriterionResult>(criterionCount);
        foreach (var component in Set.Components)
        {
            for (var index = 0; index < component.Criteria.Count; index++)
                results.Add(criteria.Score(component.Criteria[index], component.Block, input, best));
        }

        return totalling.Total(input, results);
    }

    /// <summary>First pass over a group: the best value of each quantity that is compared with the group.</summary>
    public GroupBest BestOf(IEnumerable<ScoringInput> group)
    {
        var compared = Compared().ToList();
        if (compared.Count == 0)
            return GroupBest.None;
        var values = new Dictionary<BestKey, Fraction>();
        foreach (var input in group)
        {
            applicability.Check(input.Kinds, input.Decisions);
            foreach (var (criterion, block, linear) in compared.Where(one => applicability.Applies(one.Criterion.Code, input.Agency, input.Kinds, input.Decisions)))
                Offer(values, new BestKey(criterion.Code, linear.Of, linear.Target), criteria.Evaluation(criterion, block, input, null).Figures.Measure(linear.Of));
        }

        return new GroupBest(values);
    }

    /// <summary>Both passes over a group, in the order of the input.</summary>
    public IReadOnlyList<Scorecard> ScoreGroup(IReadOnlyCollection<ScoringInput> group)
    {
        var best = BestOf(group);
        return [.. group.Select(input => Score(input, best))];
    }

    private IEnumerable<(Criterion Criterion, Block Block, Linear Linear)> Compared() =>
        from component in Set.Components
        from criterion in component.Criteria
        from part in criterion.Rule?.Parts ?? []
        where part is Linear { Target: not Target.Number }
        select (criterion, component.Block, (Linear)part);

    private static void Offer(Dictionary<BestKey, Fraction> values, BestKey key, Measured measured)
    {
        if (measured.State != MeasuredState.Value)
            return;
        if (!values.TryGetValue(key, out var best) || (key.Target == Target.Highest ? measured.Value > best : measured.Value < best))
            values[key] = measured.Value;
    }
}
