using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// From one criterion and one agency to points, in this order: does it apply, did an appraiser set the points, is there a rule,
/// was anything due; and only then what the rule gives.
/// </summary>
internal sealed class CriterionScoring(CriteriaSet set, Applicability applicability, Func<string, Figure> figureOf)
{
    /// <param name="isProvisional">What waits for others is still to come, and shown as open.</param>
    public CriterionResult Score(Criterion criterion, Block block, ScoringInput input, GroupBest? best, bool isProvisional)
    {
        if (!applicability.Applies(criterion.Code, input.Agency, input.Kinds, input.Decisions))
            return ByPolicy(criterion, block, criterion.NotApplicable, ResultState.NotApplicable);
        if (input.Decisions.TryGetValue(criterion.Code, out var decided) && decided.Decision == VerdictDecision.Points)
            return ByAppraiser(criterion, decided.Points);
        if (criterion.Rule is null)
            return new CriterionResult { Criterion = criterion, State = ResultState.Information, Share = null, Points = default,
                Maximum = default };
        var evaluation = Evaluation(criterion, block, input, best);
        var share = evaluation.ShareOf(criterion.Rule);
        if (share is null)
            return ByPolicy(criterion, block, criterion.NothingDue, ResultState.NothingDue);
        return Result(criterion, ResultState.Scored, share.Value, evaluation, isProvisional);
    }

    public RuleEvaluation Evaluation(Criterion criterion, Block block, ScoringInput input, GroupBest? best) =>
        new(criterion, block == Block.Penalty ? Policy.Zero : criterion.NothingDue, input, best, figureOf);

    // For a penalty the best outcome is that nothing is deducted, so every policy deducts nothing.
    private CriterionResult ByPolicy(Criterion criterion, Block block, Policy policy, ResultState state)
    {
        if (policy == Policy.Exclude)
            return new CriterionResult { Criterion = criterion, State = state, Share = null, Points = default, Maximum = default };
        return Result(criterion, state, policy == Policy.Full && block != Block.Penalty ? Fraction.One : Fraction.Zero);
    }

    private CriterionResult ByAppraiser(Criterion criterion, Fraction points) =>
        Result(criterion, ResultState.Decided, criterion.Maximum.IsZero ? default : points / criterion.Maximum);

    private CriterionResult Result(
        Criterion criterion, ResultState state, Fraction share, RuleEvaluation? evaluation = null, bool isProvisional = false)
    {
        var points = share * criterion.Maximum;
        if (set.Method.Stage == RoundingStage.Criterion)
            points = points.Rounded(set.Method.Decimals, set.Method.Mode);
        return new CriterionResult
        {
            Criterion = criterion,
            State = state,
            Share = share,
            Points = points,
            Maximum = criterion.Maximum,
            Missing = evaluation?.Figures.Missing ?? [],
            Awaited = evaluation?.Figures.Awaited ?? [],
            AwaitsGroup = evaluation?.AwaitsGroup ?? false,
            IsOpen = isProvisional && evaluation is { AwaitsGroup: true } or { Figures.Awaited.Count: > 0 },
            Contradictory = evaluation?.Figures.Contradictory ?? [],
            AboveWhole = evaluation?.Figures.AboveWhole ?? [],
        };
    }
}
