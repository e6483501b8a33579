using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Steps over columns: every threshold is decided exactly or not at all.</summary>
internal sealed class StepsKernel : ShareKernel
{
    private readonly QuantityColumns _quantity;
    private readonly (Threshold At, Near Share)[] _levels;
    private readonly bool _canDecide;

    public StepsKernel(Steps steps, GroupFigures figures)
    {
        _quantity = new QuantityColumns(steps.Of, figures);
        _levels = [.. steps.Levels.Select(level => (new Threshold(level.At, _quantity), Near.Of(level.Share)))];
        _canDecide = _quantity.IsExact && _levels.All(level => level.At.IsExact);
    }

    public override void Evaluate(int first, int count, bool[] doubt)
    {
        _quantity.Load(first, count);
        for (var i = 0; i < count; i++)
        {
            var (sum, over) = (_quantity.Sum[i], _quantity.Over[i]);
            (Batch.Share[i], Batch.Error[i], Batch.Due[i]) = (0, 0, true);
            if (!(over > 0) || double.IsNaN(sum))
                Batch.Due[i] = over != 0 || sum != 0;
            else if (!_canDecide || _quantity.IsAboveWhole(i))
                doubt[i] = true;
            else
                Reach(i, sum, over);
        }
    }

    private void Reach(int i, double sum, double over)
    {
        for (var level = _levels.Length - 1; level >= 0; level--)
        {
            if (_levels[level].At.Compare(sum, over) >= 0)
            {
                (Batch.Share[i], Batch.Error[i]) = _levels[level].Share;
                return;
            }
        }
    }
}
