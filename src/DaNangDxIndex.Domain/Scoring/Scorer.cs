using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Scores agencies under one criteria set, exactly. Immutable and safe to share; make one per set and keep it.</summary>
public sealed class Scorer
{
    private static readonly Dictionary<string, Decided> NothingDecided = [];

    private readonly Applicability _applicability;
    private readonly CriterionScoring _criteria;
    private readonly Totalling _totalling;
    private readonly Dictionary<string, Figure> _figures;
    private readonly int _criterionCount;

    public Scorer(CriteriaSet set)
    {
        Set = set;
        _figures = set.Figures.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        _criterionCount = set.Criteria.Count();
        _applicability = new Applicability(set);
        _criteria = new CriterionScoring(set, _applicability, code => _figures[code]);
        _totalling = new Totalling(set);
    }

    public CriteriaSet Set { get; }

    /// <summary>
    /// The scorecard of one agency. Without <paramref name="best"/>, criteria that compare with the best of the group earn nothing yet
    /// and say so; pass <see cref="BestOf"/> of the whole group for the final result.
    /// </summary>
    /// <exception cref="RuleViolation">
    /// scoring.verdict-points: a decision sets points outside 0 to the maximum; scoring.unknown-criterion:
    /// it names no criterion of the set; scoring.unknown-kind: the agency's kind is not in the set;
    /// scoring.figure-kind: a value is an option where a number is read, or the reverse.
    /// </exception>
    public Scorecard Score(ScoringInput input, GroupBest? best = null) => Card(input, best, isProvisional: false);

    /// <summary>
    /// What an agency gave itself: the method over the figures it declares, and over nothing else.
    /// Whatever reads a figure of a survey, a system, the office or another agency is open, and so is
    /// what is compared with the best of the group: no agency can know that. So this total is the
    /// same at every time and in every place, for as long as the declaration is.
    /// </summary>
    /// <param name="declared">Figures as declared; those that come from others, and decisions, are not looked at.</param>
    /// <exception cref="RuleViolation">As <see cref="Score"/>.</exception>
    public Scorecard SelfAssess(ScoringInput declared) => Appraise(OwnOf(declared), null);

    /// <summary>One criterion of <see cref="SelfAssess"/>, without the rest of the card.</summary>
    public CriterionResult SelfAssessOne(Criterion criterion, ScoringInput declared) => AppraiseOne(criterion, OwnOf(declared), null);

    /// <summary>
    /// What appraisal has come to: the method over figures in force and decisions. While somebody in
    /// the group is not appraised it is provisional: what is awaited is open, and so is what is
    /// compared with the best of the group. From then on it is the final scorecard, in which a blank
    /// earns nothing.
    /// </summary>
    /// <param name="best">Of the whole group; null while somebody in it is not appraised.</param>
    /// <exception cref="RuleViolation">As <see cref="Score"/>.</exception>
    public Scorecard Appraise(ScoringInput inForce, GroupBest? best)
    {
        var card = Card(inForce, best, isProvisional: best is null);
        return best is not null || card.IsComputable ? card : card with { Open = _totalling.OpenOf(card) };
    }

    /// <summary>One criterion of <see cref="Appraise"/>, without the rest of the card.</summary>
    public CriterionResult AppraiseOne(Criterion criterion, ScoringInput inForce, GroupBest? best)
    {
        _applicability.Check(inForce.Kinds, inForce.Decisions);
        return _criteria.Score(criterion, Set.ComponentOf(criterion.Code)?.Block ?? Block.Base, inForce, best, isProvisional: best is null);
    }

    /// <summary>False where no rule compares with the group: then nobody waits for anybody.</summary>
    public bool ComparesWithGroup => Compared().Any();

    /// <summary>Figures that the best of the group is sought in.</summary>
    public IReadOnlySet<string> ComparedFigures =>
        Compared().SelectMany(comparison => comparison.Linear.Of.Figures).ToHashSet(StringComparer.Ordinal);

    /// <summary>First pass over a group: the best value of each quantity that is compared with the group.</summary>
    public GroupBest BestOf(IEnumerable<ScoringInput> group)
    {
        var compared = Compared().ToList();
        if (compared.Count == 0)
            return GroupBest.None;
        var values = new Dictionary<BestKey, Fraction>();
        foreach (var input in group)
        {
            _applicability.Check(input.Kinds, input.Decisions);
            foreach (var (criterion, block, linear) in compared.Where(
                comparison => _applicability.Applies(comparison.Criterion.Code, input.Agency, input.Kinds, input.Decisions)))
                Offer(values, new BestKey(criterion.Code, linear.Of, linear.Target),
                    _criteria.Evaluation(criterion, block, input, null).Figures.Measure(linear.Of));
        }

        return new GroupBest(values);
    }

    /// <summary>Both passes over a group, in the order of the input.</summary>
    public IReadOnlyList<Scorecard> ScoreGroup(IReadOnlyCollection<ScoringInput> group)
    {
        var best = BestOf(group);
        return [.. group.Select(input => Score(input, best))];
    }

    private Scorecard Card(ScoringInput input, GroupBest? best, bool isProvisional)
    {
        _applicability.Check(input.Kinds, input.Decisions);
        var results = new List<CriterionResult>(_criterionCount);
        foreach (var component in Set.Components)
        {
            for (var index = 0; index < component.Criteria.Count; index++)
                results.Add(_criteria.Score(component.Criteria[index], component.Block, input, best, isProvisional));
        }

        return _totalling.Total(input, results);
    }

    private ScoringInput OwnOf(ScoringInput declared) => declared with
    {
        Figures = declared.Figures.Keys.All(IsOwn) ? declared.Figures
            : declared.Figures.Where(figure => IsOwn(figure.Key)).ToDictionary(StringComparer.Ordinal),
        Decisions = NothingDecided,
    };

    private bool IsOwn(string figure) => _figures.TryGetValue(figure, out var known) && known.Source == FigureSource.Agency;

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
