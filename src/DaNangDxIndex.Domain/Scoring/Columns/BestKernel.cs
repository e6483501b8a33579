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
            anyDue |= part.Batch.Due[i];
            if (part.Batch.Due[i])
                greatest = Near.Max(greatest, new Near(part.Batch.Share[i], part.Batch.Error[i]));
            else if (policy == Policy.Full)
                greatest = new Near(1, 0);
        }

        (Batch.Share[i], Batch.Error[i]) = greatest;
        Batch.Due[i] = anyDue;
    }
}
