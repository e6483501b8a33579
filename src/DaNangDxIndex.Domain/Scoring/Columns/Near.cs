using System.Numerics;
using System.Runtime.InteropServices;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// A double that is known to lie within <see cref="Error"/> of an exact number. One operation in double precision is off by at most
/// <see cref="Unit"/> times its result; the constants used in the kernels are at least twice what these units add up to.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Near(double Value, double Error)
{
    /// <summary>2^-53: the relative error of one correctly rounded operation.</summary>
    public const double Unit = 1.1102230246251565e-16;

    public static Near Of(Fraction number)
    {
        var (top, bottom) = (number.Numerator, number.Denominator);
        if (IsExact(top) && IsExact(bottom))
        {
            var quotient = (double)top / (double)bottom;
            var exact = bottom.IsPowerOfTwo;
            return new Near(quotient, exact ? 0 : Unit * Math.Abs(quotient));
        }

        var near = number.ToDouble();
        return new Near(near, (8 * Unit * Math.Abs(near)) + 1e-18);
    }

    /// <summary>What rounding took from a + b: exact (Knuth's two-sum), so sums that fit a double add no error at all.</summary>
    public static double LostInSum(double a, double b, double sum)
    {
        var second = sum - a;
        return Math.Abs((a - (sum - second)) + (b - second));
    }

    /// <summary>What rounding took from a x b, exact by the fused operation.</summary>
    public static double LostInProduct(double a, double b, double product) => Math.Abs(Math.FusedMultiplyAdd(a, b, -product));

    public static Near operator +(Near a, Near b)
    {
        var sum = a.Value + b.Value;
        return new Near(sum, a.Error + b.Error + LostInSum(a.Value, b.Value, sum));
    }

    public static Near operator -(Near a, Near b) => a + new Near(-b.Value, b.Error);

    public static Near operator *(Near a, Near b)
    {
        var product = a.Value * b.Value;
        return new Near(
            product, (a.Error * Math.Abs(b.Value)) + (b.Error * (Math.Abs(a.Value) + a.Error)) + LostInProduct(a.Value, b.Value, product));
    }

    /// <summary>The smaller of two: off by no more than the worse of them, and exactly one of them where they lie apart.</summary>
    public static Near Min(Near a, Near b)
    {
        if (a.Value + a.Error <= b.Value - b.Error)
            return a;
        return b.Value + b.Error <= a.Value - a.Error ? b : new Near(Math.Min(a.Value, b.Value), Math.Max(a.Error, b.Error));
    }

    public static Near Max(Near a, Near b)
    {
        var least = Min(new Near(-a.Value, a.Error), new Near(-b.Value, b.Error));
        return new Near(-least.Value, least.Error);
    }

    /// <summary>A whole number that a double holds exactly, or NaN.</summary>
    public static double Whole(BigInteger number) => IsExact(number) ? (double)number : double.NaN;

    private static bool IsExact(BigInteger number) => BigInteger.Abs(number) < (BigInteger)FigureColumn.ExactIntegers;
}
