using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// A rule tried on agencies that are made for it: one at its lowest, one half way, one at its best. For whoever writes the rule, to see
/// what it does, and for whoever reads it.
/// </summary>
public static class RuleSamples
{
    private const int Count = 3;
    private static readonly Tier Any = new("any", new("", ""), Fraction.Zero);
    private static readonly Dictionary<string, FigureValue> Nothing = [];

    /// <summary>What each of the three earns, with its figures, from the lowest; none where the criterion has no rule.</summary>
    /// <param name="set">Holds the criterion and its figures; its method need not be whole.</param>
    public static IReadOnlyList<Explanation> Of(CriteriaSet set, Criterion criterion) =>
        criterion.Rule is { } rule ? new Trial(set, criterion, rule).ExplainMade() : [];

    /// <summary>
    /// The agency half way, and what becomes of those that say nothing, have nothing due, or need not answer; null where the criterion has
    /// no rule.
    /// </summary>
    public static RuleCases? CasesOf(CriteriaSet set, Criterion criterion)
    {
        if (criterion.Rule is not { } rule)
            return null;
        var trial = new Trial(set, criterion, rule);
        var nothing = Trial.Agency(criterion.Figures.ToDictionary(code => code, _ => FigureValue.Of(0), StringComparer.Ordinal));
        return new(
            trial.ExplainMade()[1],
            trial.Explain(Trial.Agency(Nothing)),
            set.Figures.Where(figure => criterion.Figures.Contains(figure.Code, StringComparer.Ordinal))
                .All(figure => figure.Kind != FigureKind.Choice)
                && trial.Result(nothing).State == ResultState.NothingDue ? trial.Explain(nothing) : null,
            trial.Explain(Trial.Agency(Nothing) with
            {
                Decisions = new Dictionary<string, Decided>(StringComparer.Ordinal)
                {
                    [criterion.Code] = new(VerdictDecision.NotApplicable),
                },
            }));
    }

    /// <summary>The criterion without the rest of its set, and the three agencies made for its rule.</summary>
    private sealed class Trial
    {
        private readonly CriteriaSet _alone;
        private readonly Scorer _scorer;
        private readonly List<ScoringInput> _made;
        private readonly GroupBest _best;

        public Trial(CriteriaSet set, Criterion criterion, Rule rule)
        {
            _alone = set with
            {
                Kinds = [],
                Components = [set.ComponentOf(criterion.Code) is { } component
                    ? component with { Criteria = [criterion] }
                    : new Component { Code = criterion.Code, Name = criterion.Name, Criteria = [criterion] }],
                Method = set.Method with
                {
                    Scale = Fraction.Max(Fraction.One, criterion.Maximum),
                    Tiers = [Any],
                    Gates = [],
                    TieKeys = [],
                    LeastApplicable = Fraction.Zero,
                },
            };
            _scorer = new Scorer(_alone);
            _made = [.. Enumerable.Range(0, Count).Select(sample => Agency(new SampleFigures(set, sample).Of(rule)))];
            _best = _scorer.BestOf(_made);
        }

        public static ScoringInput Agency(IReadOnlyDictionary<string, FigureValue> figures) =>
            new() { Agency = "sample", Figures = figures };

        public CriterionResult Result(ScoringInput input) => _scorer.Score(input, _best).Criteria[0];

        public Explanation Explain(ScoringInput input) => Explanation.Of(_alone, Result(input), input, _best);

        public IReadOnlyList<Explanation> ExplainMade() => _made.ConvertAll(Explain);
    }
}
