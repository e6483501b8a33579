using System.Numerics;

namespace DaNangDxIndex;

/// <summary>How a number is brought to a number of decimals.</summary>
public enum RoundingMode
{
    /// <summary>To the nearest; a half goes away from zero.</summary>
    HalfUp,

    /// <summary>Toward zero: what does not fit is cut off.</summary>
    Truncate,
}

public readonly partial struct Fraction
{
    /// <summary>The number with exactly so many decimals. The decimal keeps its trailing zeros ("90.00").</summary>
    /// <exception cref="OverflowException">The number has more than 28 digits.</exception>
    public decimal Round(int decimals, RoundingMode mode = RoundingMode.HalfUp)
    {
        var units = Units(decimals, mode);
        var size = BigInteger.Abs(units);
        if (size.GetBitLength() > 96)
            throw new OverflowException("The number has more than 28 digits.");
        var (low, mid, high) = ((uint)(size & uint.MaxValue), (uint)((size >> 32) & uint.MaxValue), (uint)(size >> 64));
        return new decimal(unchecked((int)low), unchecked((int)mid), unchecked((int)high), units.Sign < 0, (byte)decimals);
    }

    /// <summary>The number rounded to decimals and still a fraction, for methods that round before they add.</summary>
    public Fraction Rounded(int decimals, RoundingMode mode) => Of(Units(decimals, mode), BigInteger.Pow(10, decimals));

    private BigInteger Units(int decimals, RoundingMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 28);
        if (_big is null && decimals < PowersOfTen.Length && SmallDenominator == 1 && Math.Abs(_numerator) < Limit / PowersOfTen[decimals])
            return _numerator * PowersOfTen[decimals];
        var scaled = BigInteger.Abs(RawNumerator) * BigInteger.Pow(10, decimals);
        var units = BigInteger.DivRem(scaled, RawDenominator, out var rest);
        if (mode == RoundingMode.HalfUp && rest * 2 >= RawDenominator)
            units += 1;
        return Sign < 0 ? -units : units;
    }
}
