using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Steps over columns: every threshold is decided exactly or not at all.</summary>
internal sealed class StepsKernel : ShareKernel
{
    private readonly QuantityColumns quantity;
    private readonly (Threshold At, Near Share)[] levels;
    private readonly bool canDecide;

    public StepsKernel(Steps steps, GroupFigures figures)
    {
        quantity = new QuantityColumns(steps.Of, figures);
        levels = [.. steps.Levels.Select(level => (new Threshold(level.At, quantity), Near.Of(level.Share)))];
        canDecide = quantity.IsExact && levels.All(level => level.At.IsExact);
    }

    public override void Evaluate(int first, int count, bool[] doubt)
    {
        quantity.Load(first, count);
        for (var i = 0; i < count; i++)
        {
            var (sum, over) = (quantity.Sum[i], quantity.Over[i]);
            (Block.Share[i], Block.Error[i], Block.Due[i]) = (0, 0, true);
            if (!(over > 0) || double.IsNaN(sum))
                Block.Due[i] = over != 0 || sum != 0;
            else if (!canDecide || quantity.IsAboveWhole(i))
                doubt[i] = true;
            else
                Reach(i, sum, over);
        }
    }

    private void Reach(int i, double sum, double over)
    {
        for (var level = levels.Length - 1; level >= 0; level--)
        {
            if (levels[level].At.Compare(sum, over) >= 0)
            {
                (Block.Share[i], Block.Error[i]) = levels[level].Share;
                return;
            }
        }
    }
}
