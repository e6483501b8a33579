namespace DaNangDxIndex.Scoring;

/// <summary>
/// Compares sum / over with a bound by multiplying crosswise in whole numbers: exact whenever both products stay below 2^53, which the
/// greatest values of the columns tell beforehand.
/// </summary>
internal readonly struct Threshold
{
    private readonly double _sumFactor;
    private readonly double _overFactor;

    public Threshold(Fraction bound, QuantityColumns quantity)
    {
        // value >= bound, with value = sum * scale / over, over > 0:  sum * (scale.n * bound.d) >= over * (bound.n * scale.d)
        var scale = quantity.ScaleFactor;
        _sumFactor = Near.Whole(scale.Numerator * bound.Denominator);
        _overFactor = Near.Whole(bound.Numerator * scale.Denominator);
        IsExact = _sumFactor * quantity.GreatestSum < FigureColumn.ExactIntegers
            && Math.Abs(_overFactor) * quantity.GreatestOver < FigureColumn.ExactIntegers;
    }

    /// <summary>False where the numbers are too large (or NaN); then the comparison must be made exactly elsewhere.</summary>
    public bool IsExact { get; }

    /// <summary>Negative, zero or positive as the value lies below, on or above the bound. Only where <see cref="IsExact"/>.</summary>
    public double Compare(double sum, double over) => (sum * _sumFactor) - (over * _overFactor);
}
