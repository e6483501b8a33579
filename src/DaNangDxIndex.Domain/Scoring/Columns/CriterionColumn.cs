using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Points and counted maximum of one criterion for a batch of agencies: rule, policies, kinds and decisions together.</summary>
internal sealed class CriterionColumn
{
    private readonly Criterion _criterion;
    private readonly Block _block;
    private readonly ShareKernel? _kernel;
    private readonly Near _maximum;
    private readonly RoundedUnits? _rounding;
    private readonly bool[] _applies;
    private readonly bool _appliesToAll;
    private readonly IReadOnlyDictionary<int, Decided> _decisions;

    public CriterionColumn(Criterion criterion, Block block, GroupFigures figures, GroupBest best, bool[] applies)
    {
        (_criterion, _block, _applies) = (criterion, block, applies);
        _appliesToAll = !applies.AsSpan().Contains(false);
        _maximum = Near.Of(criterion.Maximum);
        _kernel = criterion.Rule is null ? null
            : new KernelOf(criterion, block == Block.Penalty ? Policy.Zero : criterion.NothingDue, figures, best).Rule(criterion.Rule);
        var method = figures.Set.Method;
        _rounding = method.Stage == RoundingStage.Criterion ? new RoundedUnits(method.Decimals, method.Mode) : null;
        _decisions = figures.Decisions
            .Where(member => member.Value.TryGetValue(criterion.Code, out var decided) && decided.Decision == VerdictDecision.Points)
            .ToDictionary(member => member.Key, member => member.Value[criterion.Code]);
    }

    public double[] Points { get; } = new double[ShareBatch.Size];

    public double[] Error { get; } = new double[ShareBatch.Size];

    /// <summary>Whether the maximum counts.</summary>
    public bool[] Counts { get; } = new bool[ShareBatch.Size];

    public void Evaluate(int first, int count, bool[] doubt)
    {
        _kernel?.Evaluate(first, count, doubt);
        if (_kernel is not null && _rounding is null && _appliesToAll && _decisions.Count == 0)
        {
            EvaluatePlain(_kernel.Batch, count);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            var points = ShareAt(first + i, i, out Counts[i]) * _maximum;
            if (_rounding is not null)
                points = Rounded(_rounding, points, i, doubt);
            (Points[i], Error[i]) = points;
        }
    }

    // The usual case, without the questions that have one answer for all.
    private void EvaluatePlain(ShareBatch shares, int count)
    {
        var granted = ByPolicy(_criterion.NothingDue, out var counts) * _maximum;
        for (var i = 0; i < count; i++)
        {
            Counts[i] = shares.Due[i] || counts;
            (Points[i], Error[i]) = shares.Due[i] ? new Near(shares.Share[i], shares.Error[i]) * _maximum : granted;
        }
    }

    private Near ShareAt(int member, int i, out bool counts)
    {
        if (!_applies[member])
            return ByPolicy(_criterion.NotApplicable, out counts);
        if (_decisions.Count > 0 && _decisions.TryGetValue(member, out var decided))
        {
            counts = true;
            return _criterion.Maximum.IsZero ? default : Near.Of(decided.Points / _criterion.Maximum);
        }

        counts = _kernel is not null;
        if (_kernel is null)
            return default;
        return _kernel.Batch.Due[i]
            ? new Near(_kernel.Batch.Share[i], _kernel.Batch.Error[i])
            : ByPolicy(_criterion.NothingDue, out counts);
    }

    private Near ByPolicy(Policy policy, out bool counts)
    {
        counts = policy != Policy.Exclude;
        return new Near(policy == Policy.Full && _block != Block.Penalty ? 1 : 0, 0);
    }

    private static Near Rounded(RoundedUnits rounding, Near points, int i, bool[] doubt)
    {
        doubt[i] |= !rounding.TryRound(points, out var units);
        return rounding.ToNear(units);
    }
}
