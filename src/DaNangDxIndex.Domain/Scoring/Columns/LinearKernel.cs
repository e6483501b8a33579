using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Linear over columns. Both ends are decided exactly; only what lies between them is a double with a bound.</summary>
internal sealed class LinearKernel : ShareKernel
{
    private readonly QuantityColumns _quantity;
    private readonly Threshold _from;
    private readonly Threshold _to;
    private readonly Near _slope;
    private readonly Near _offset;
    private readonly double _direction;
    private readonly bool _canDecide;

    public LinearKernel(Linear linear, Fraction target, GroupFigures figures)
    {
        _quantity = new QuantityColumns(linear.Of, figures);
        (_from, _to) = (new Threshold(linear.From, _quantity), new Threshold(target, _quantity));
        _slope = Near.Of(_quantity.ScaleFactor / (target - linear.From));
        _offset = Near.Of(linear.From / (target - linear.From));
        _direction = target > linear.From ? 1 : -1;
        _canDecide = _quantity.IsExact && _from.IsExact && _to.IsExact;
    }

    public override void Evaluate(int first, int count, bool[] doubt)
    {
        _quantity.Load(first, count);
        var sums = _quantity.Sum.AsSpan(0, count);
        var overs = _quantity.Over.AsSpan(0, count);
        var shares = Batch.Share.AsSpan(0, count);
        var errors = Batch.Error.AsSpan(0, count);
        var dues = Batch.Due.AsSpan(0, count);
        for (var i = 0; i < sums.Length; i++)
        {
            var (sum, over) = (sums[i], overs[i]);
            (shares[i], errors[i], dues[i]) = (0, 0, true);
            if (!(over > 0) || double.IsNaN(sum))
                dues[i] = over != 0 || sum != 0;
            else if (!_canDecide || _quantity.IsAboveWhole(i))
                doubt[i] = true;
            else if (_direction * _to.Compare(sum, over) >= 0)
                shares[i] = 1;
            else if (_direction * _from.Compare(sum, over) > 0)
                (shares[i], errors[i]) = Between(sum / over);
        }
    }

    // (sum / over) * slope - offset: a quotient, a product, a difference, and two rounded constants.
    private Near Between(double quotient)
    {
        var product = quotient * _slope.Value;
        return new Near(
            Math.Clamp(product - _offset.Value, 0, 1),
            (12 * Near.Unit * (Math.Abs(product) + Math.Abs(_offset.Value) + 1)) + (Math.Abs(quotient) * _slope.Error) + _offset.Error);
    }
}
