
namespace DaNangDxIndex.Scoring;

/// <summary>
/// Rounds near numbers to whole units of 10^-decimals, and only where every number within the error bound gives the same units.
/// A number on a half (or, when truncating, on a unit) is decided here only if it is known without any error.
/// </summary>
internal sealed class RoundedUnits(int decimals, RoundingMode mode)
{
    private readonly double _power = Math.Pow(10, decimals);

    /// <summary>False: too near to a boundary to tell.</summary>
    public bool TryRound(Near number, out double units)
    {
        var scaled = number.Value * _power;
        var whole = Math.Floor(scaled);
        var rest = scaled - whole;
        units = mode == RoundingMode.HalfUp && rest >= 0.5 ? whole + 1 : whole;
        var error = (number.Error * _power) + Near.LostInProduct(number.Value, _power, scaled);
        var distance = mode == RoundingMode.HalfUp ? Math.Abs(rest - 0.5) : Math.Min(rest, 1 - rest);
        return (error == 0 || distance > 2 * error) && scaled < FigureColumn.ExactIntegers / 4;
    }

    /// <summary>The rounded number itself, for methods that round before they add.</summary>
    public Near ToNear(double units)
    {
        var number = units / _power;
        return new Near(number, Near.LostInProduct(number, _power, units) / _power * 2);
    }

    /// <summary>With exactly the method's decimals ("90.00").</summary>
    public decimal ToDecimal(double units)
    {
        var size = (ulong)units;
        return new decimal(unchecked((int)size), unchecked((int)(size >> 32)), 0, isNegative: false, (byte)decimals);
    }
}
