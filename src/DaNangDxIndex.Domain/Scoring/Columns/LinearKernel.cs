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
        var sums = quantity.Sum.AsSpan(0, count);
        var overs = quantity.Over.AsSpan(0, count);
        var shares = Block.Share.AsSpan(0, count);
        var errors = Block.Error.AsSpan(0, count);
        var dues = Block.Due.AsSpan(0, count);
        for (var i = 0; i < sums.Length; i++)
        {
            var (sum, over) = (sums[i], overs[i]);
            (shares[i], errors[i], dues[i]) = (0, 0, true);
            if (!(over > 0) || double.IsNaN(sum))
                dues[i] = over != 0 || sum != 0;
            else if (!canDecide || quantity.IsAboveWhole(i))
                doubt[i] = true;
            else if (direction * to.Compare(sum, over) >= 0)
                shares[i] = 1;
            else if (direction * from.Compare(sum, over) > 0)
                (shares[i], errors[i]) = Between(sum / over);
        }
    }

    // (sum / over) * slope - offset: a quotient, a product, a difference, and two rounded constants.
    private Near Between(double quotient)
    {
        var product = quotient * slope.Value;
        return new Near(
            Math.Clamp(product - offset.Value, 0, 1),
            (12 * Near.Unit * (Math.Abs(product) + Math.Abs(offset.Value) + 1)) + (Math.Abs(quotient) * slope.Error) + offset.Error);
    }
}
