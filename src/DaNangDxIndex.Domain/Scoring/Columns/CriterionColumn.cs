using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Points and counted maximum of one criterion for a block of agencies: rule, policies, kinds and decisions together.</summary>
internal sealed class CriterionColumn
{
    private readonly Criterion criterion;
    private readonly Block block;
    private readonly ShareKernel? kernel;
    private readonly Near maximum;
    private readonly RoundedUnits? rounding;
    private readonly bool[] applies;
    private readonly bool appliesToAll;
    private readonly IReadOnlyDictionary<int, Decided> decisions;

    public CriterionColumn(Criterion criterion, Block block, GroupFigures figures, GroupBest best, bool[] applies)
    {
        (this.criterion, this.block, this.applies) = (criterion, block, applies);
        appliesToAll = !applies.AsSpan().Contains(false);
        maximum = Near.Of(criterion.Maximum);
        kernel = criterion.Rule is null ? null
            : new KernelOf(criterion, block == Block.Penalty ? Policy.Zero : criterion.NothingDue, figures, best).Rule(criterion.Rule);
        var method = figures.Set.Method;
        rounding = method.Stage == RoundingStage.Criterion ? new RoundedUnits(method.Decimals, method.Mode) : null;
        decisions = figures.Decisions
            .Where(one => one.Value.TryGetValue(criterion.Code, out var decided) && decided.Decision == VerdictDecision.Points)
            .ToDictionary(one => one.Key, one => one.Value[criterion.Code]);
    }

    public double[] Points { get; } = new double[ShareBlock.Size];

    public double[] Error { get; } = new double[ShareBlock.Size];

    /// <summary>Whether the maximum counts.</summary>
    public bool[] Counts { get; } = new bool[ShareBlock.Size];

    public void Evaluate(int first, int count, bool[] doubt)
    {
        kernel?.Evaluate(first, count, doubt);
        if (kernel is not null && rounding is null && appliesToAll && decisions.Count == 0)
        {
            EvaluatePlain(kernel.Block, count);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            var points = ShareAt(first + i, i, out Counts[i]) * maximum;
            if (rounding is not null)
                points = Rounded(rounding, points, i, doubt);
            (Points[i], Error[i]) = points;
        }
    }

    // The usual case, without the questions that have one answer for all.
    private void EvaluatePlain(ShareBlock shares, int count)
    {
        var granted = ByPolicy(criterion.NothingDue, out var counts) * maximum;
        for (var i = 0; i < count; i++)
        {
            Counts[i] = shares.Due[i] || counts;
            (Points[i], Error[i]) = shares.Due[i] ? new Near(shares.Share[i], shares.Error[i]) * maximum : granted;
        }
    }

    private Near ShareAt(int member, int i, out bool counts)
    {
        if (!applies[member])
            return ByPolicy(criterion.NotApplicable, out counts);
        if (decisions.Count > 0 && decisions.TryGetValue(member, out var decided))
        {
            counts = true;
            return criterion.Maximum.IsZero ? default : Near.Of(decided.Points / criterion.Maximum);
        }

        counts = kernel is not null;
        if (kernel is null)
            return default;
        return kernel.Block.Due[i] ? new Near(kernel.Block.Share[i], kernel.Block.Error[i]) : ByPolicy(criterion.NothingDue, out counts);
    }

    private Near ByPolicy(Policy policy, out bool counts)
    {
        counts = policy != Policy.Exclude;
        return new Near(policy == Policy.Full && block != Block.Penalty ? 1 : 0, 0);
    }

    private static Near Rounded(RoundedUnits rounding, Near points, int i, bool[] doubt)
    {
        doubt[i] |= !rounding.TryRound(points, out var units);
        return rounding.ToNear(units);
    }
}
