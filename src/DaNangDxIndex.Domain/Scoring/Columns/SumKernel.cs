using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Weighted sum over columns, with the policy for parts under which nothing was due.</summary>
internal sealed class SumKernel(IReadOnlyList<(Near Weight, ShareKernel Part)> parts, Near cap, Policy policy) : ShareKernel
{
    private readonly double _all = parts.Sum(part => part.Weight.Value);

    public override void Evaluate(int first, int count, bool[] doubt)
    {
        foreach (var (_, part) in parts)
            part.Evaluate(first, count, doubt);
        for (var i = 0; i < count; i++)
            Add(i);
    }

    private void Add(int i)
    {
        var (earned, due, anyDue) = (default(Near), 0.0, false);
        foreach (var (weight, part) in parts)
        {
            anyDue |= part.Batch.Due[i];
            if (!part.Batch.Due[i] && policy == Policy.Exclude)
                continue;
            due += weight.Value;
            earned += weight * ShareOf(part, i);
        }

        var share = anyDue && due > 0 ? Near.Min(cap, due < _all ? Grown(earned, due) : earned) : default;
        (Batch.Share[i], Batch.Error[i], Batch.Due[i]) = (share.Value, share.Error, anyDue);
    }

    private Near ShareOf(ShareKernel part, int i)
    {
        if (part.Batch.Due[i])
            return new Near(part.Batch.Share[i], part.Batch.Error[i]);
        return new Near(policy == Policy.Full ? 1 : 0, 0);
    }

    // Each of the two sums of weights is off by at most one unit per part and one per rounded weight.
    private Near Grown(Near earned, double due) => earned * new Near(_all / due, _all / due * Near.Unit * 8 * (parts.Count + 1));
}
