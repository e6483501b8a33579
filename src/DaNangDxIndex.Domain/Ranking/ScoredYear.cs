using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Ranking;

/// <summary>One agency under the rules of one edition, and what it would have earned there with the figures of another.</summary>
internal sealed class ScoredYear
{
    private readonly RulesOfYear _rules;
    private readonly ScoringInput _input;
    private readonly Fraction _conversion;

    public ScoredYear(RulesOfYear rules, ScoringInput input)
    {
        (_rules, _input) = (rules, input);
        Card = rules.Scorer.Score(input, rules.Best);
        _conversion = Card.ApplicableMaximum.IsZero ? Fraction.Zero : rules.Set.Method.Scale / Card.ApplicableMaximum;
    }

    public Scorecard Card { get; }

    public Block BlockOf(Criterion criterion) => _rules.Set.ComponentOf(criterion.Code)?.Block ?? Block.Base;

    public VerdictDecision? DecisionOn(Criterion criterion) => _input.Decisions.GetValueOrDefault(criterion.Code)?.Decision;

    public CriterionResult ResultOf(Criterion criterion) => Card.ResultOf(criterion.Code);

    /// <summary>
    /// A criterion by these rules with the figures of another year, and with what an appraiser accepted there: to whom it applies, the
    /// conversion and the best of the group stay these rules'.
    /// </summary>
    public CriterionResult Rescored(Criterion criterion, ScoredYear other, Criterion there)
    {
        var decisions = new Dictionary<string, Decided>(StringComparer.Ordinal);
        if (other.DecisionOn(there) is { } decision)
            decisions[criterion.Code] = new Decided(decision);
        return _rules.Scorer.AppraiseOne(
            criterion, _input with { Figures = other._input.Figures, Decisions = decisions }, _rules.Best);
    }

    /// <summary>What a criterion puts into the total, before caps; null where it does not count.</summary>
    public Fraction? Worth(CriterionResult result) => result.Share is null ? null : BlockOf(result.Criterion) switch
    {
        Block.Base => result.Points * _conversion,
        Block.Bonus => result.Points,
        Block.Penalty => -result.Points,
    };
}
