using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The largest share over columns. The maximum of near numbers is off by no more than the worst of them.</summary>
internal sealed class BestKernel(IReadOnlyList<ShareKernel> parts, Policy policy) : ShareKernel
{
    public override void Evaluate(int first, int count, bool[] doubt)
    {
        foreach (var part in parts)
            part.Evaluate(first, count, doubt);
        for (var i = 0; i < count; i++)
            Choose(i);
    }

    private void Choose(int i)
    {
        var (greatest, anyDue) = (new Near(0, 0), false);
        foreach (var part in parts)
        {
            anyDue |= part.Block.Due[i];
            if (part.Block.Due[i])
                greatest = Near.Max(greatest, new Near(part.Block.Share[i], part.Block.Error[i]));
            else if (policy == Policy.Full)
                greatest = new Near(1, 0);
        }

        (Block.Share[i], Block.Error[i]) = greatest;
        Block.Due[i] = anyDue;
    }
}
