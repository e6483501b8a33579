using System.Numerics;

namespace DaNangDxIndex;

public readonly partial struct Fraction
{
    public static Fraction operator +(Fraction a, Fraction b)
    {
        if (a.IsZero)
            return b;
        if (b.IsZero)
            return a;
        return a._big is null && b._big is null ? AddSmall(a, b) : AddBig(a, b);
    }

    public static Fraction operator -(Fraction a) => a._big is null
        ? new Fraction(-a._numerator, a.SmallDenominator)
        : new Fraction(-a._big.Numerator, a._big.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator *(Fraction a, Fraction b)
    {
        if (a._big is not null || b._big is not null)
            return new Fraction(a.RawNumerator * b.RawNumerator, a.RawDenominator * b.RawDenominator);
        // Dividing crosswise first keeps the product in lowest terms and small.
        var left = Divisor(a._numerator, b.SmallDenominator);
        var right = Divisor(b._numerator, a.SmallDenominator);
        return Make(
            Product(a._numerator / left, b._numerator / right),
            Product(a.SmallDenominator / right, b.SmallDenominator / left));
    }

    public static Fraction operator /(Fraction a, Fraction b)
    {
        if (b.IsZero)
            throw new DivideByZeroException("A quantity was divided by zero.");
        return a * b.Inverse();
    }

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    private Fraction Inverse()
    {
        if (_big is not null)
            return _big.Numerator.Sign < 0
                ? new Fraction(-_big.Denominator, -_big.Numerator)
                : new Fraction(_big.Denominator, _big.Numerator);
        return _numerator < 0 ? new Fraction(-SmallDenominator, -_numerator) : new Fraction(SmallDenominator, _numerator);
    }

    // Knuth, The Art of Computer Programming, 4.5.1: with the divisor of the denominators taken out first, the result needs
    // at most one more division to stand in lowest terms.
    private static Fraction AddSmall(Fraction a, Fraction b)
    {
        var (da, db) = (a.SmallDenominator, b.SmallDenominator);
        var common = Divisor(da, db);
        if (common == 1)
            return Make(Sum(Product(a._numerator, db), Product(b._numerator, da)), Product(da, db));
        var top = Sum(Product(a._numerator, db / common), Product(b._numerator, da / common));
        var rest = Divisor((long)(top % common), common);
        return Make(top / rest, Product(da / common, db / rest));
    }

    private static Fraction AddBig(Fraction a, Fraction b)
    {
        var (da, db) = (a.RawDenominator, b.RawDenominator);
        return da == db
            ? new Fraction(a.RawNumerator + b.RawNumerator, da)
            : new Fraction((a.RawNumerator * db) + (b.RawNumerator * da), da * db);
    }

    private static Fraction Make(Int128 numerator, Int128 denominator) =>
        numerator < Limit && numerator > -Limit && denominator < Limit
            ? new Fraction((long)numerator, (long)denominator)
            : new Fraction((BigInteger)numerator, (BigInteger)denominator);

    // Both factors lie within 62 bits, so neither product nor sum of two can overflow 127.
    private static Int128 Product(long a, long b) => unchecked((Int128)a * b);

    private static Int128 Sum(Int128 a, Int128 b) => unchecked(a + b);

    private static long Divisor(long a, long b)
    {
        if (b == 1)
            return 1;
        var (x, y) = ((ulong)Math.Abs(a), (ulong)b);
        while (y != 0)
            (x, y) = (y, x % y);
        return (long)x;
    }
}
