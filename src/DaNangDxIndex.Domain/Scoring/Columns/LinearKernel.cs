using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Linear over columns. Both ends are decided exactly; only what lies between them is a double with a bound.</summary>
internal sealed class LinearKernel : ShareKernel
{
    private readonly QuantityColumns quantity;
    private readonly Threshold from;
    private readonly Threshold to;
    private readonly Near slope;
    private readonly Near offset;
    private readonly double direction;
    private readonly bool canDecide;

    public LinearKernel(Linear linear, Fraction target, GroupFigures figures)
    {
        quantity = new QuantityColumns(linear.Of, figures);
        (from, to) = (new Threshold(linear.From, quantity), new Threshold(target, quantity));
        slope = Near.Of(quantity.ScaleFactor / (target - linear.From));
        offset = Near.Of(linear.From / (target - linear.From));
        direction = target > linear.From ? 1 : -1;
        canDecide = quantity.IsExact && from.IsExact && to.IsExact;
    }

    public override void Evaluate(int first, int count, bool[] doubt)
    {
        quantity.Load(first, count);
        for (var i = 0; i < count; i++)
            Evaluate(i, doubt);
    }

    private void Evaluate(int i, bool[] doubt)
    {
        var (sum, over) = (quantity.Sum[i], quantity.Over[i]);
        (Block.Share[i], Block.Error[i], Block.Due[i]) = (0, 0, true);
        if (!(over > 0) || double.IsNaN(sum))
        {
            Block.Due[i] = over != 0 || sum != 0;
            return;
        }

        if (!canDecide)
        {
            doubt[i] = true;
            return;
        }

        if (direction * to.Compare(sum, over) >= 0)
        {
            Block.Share[i] = 1;
        }
        else if (direction * from.Compare(sum, over) > 0)
        {
            // (sum / over) * slope - offset: a quotient, a product, a difference, and two rounded constants.
            var product = sum / over * slope.Value;
            Block.Share[i] = Math.Clamp(product - offset.Value, 0, 1);
            Block.Error[i] = (12 * Near.Unit * (Math.Abs(product) + Math.Abs(offset.Value) + 1)) + (Math.Abs(sum / over) * slope.Error) + offset.Error;
        }
    }
}
