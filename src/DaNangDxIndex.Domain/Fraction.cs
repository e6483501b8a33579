using System.Numerics;

namespace DaNangDxIndex;

/// <summary>
/// An exact rational number: every sum, product and quotient is without error, and only <see cref="Round"/> loses anything.
/// The default value is zero. Equality, order and texts are those of the number, however it was computed.
/// </summary>
/// <remarks>
/// Numbers that fit are kept as two reduced 62-bit integers; larger ones as BigIntegers that are reduced only when a text or a hash
/// asks for it, because sums of many ratios grow and a common divisor at every step would cost more than the sum.
/// </remarks>
public readonly partial struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private const long Limit = 1L << 62;
    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, 19).Select(exponent => (long)BigInteger.Pow(10, exponent))];

    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly Big? _big;

    private Fraction(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Fraction(BigInteger numerator, BigInteger denominator) => _big = new Big(numerator, denominator);

    public static Fraction Zero => default;

    public static Fraction One => new(1L, 1L);

    public BigInteger Numerator => _big is null ? _numerator : _big.Reduced.Numerator;

    public BigInteger Denominator => _big is null ? SmallDenominator : _big.Reduced.Denominator;

    public bool IsZero => _big is null ? _numerator == 0 : _big.Numerator.IsZero;

    public int Sign => _big is null ? Math.Sign(_numerator) : _big.Numerator.Sign;

    private long SmallDenominator => _denominatorLessOne + 1;

    private BigInteger RawNumerator => _big?.Numerator ?? _numerator;

    private BigInteger RawDenominator => _big?.Denominator ?? SmallDenominator;

    public static implicit operator Fraction(long value) => value < Limit && value > -Limit ? new Fraction(value, 1L) : Of(value, 1);

    public static implicit operator Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var (low, mid, high) = unchecked(((uint)bits[0], (uint)bits[1], (uint)bits[2]));
        var scale = value.Scale;
        if (high == 0 && mid < 1u << 30 && scale < PowersOfTen.Length)
            return OfSmall((long)(((ulong)mid << 32) | low) * (bits[3] < 0 ? -1 : 1), PowersOfTen[scale]);
        var size = ((BigInteger)high << 64) + ((BigInteger)mid << 32) + low;
        return Of(bits[3] < 0 ? -size : size, BigInteger.Pow(10, scale));
    }

    /// <summary>The quotient of two integers; a zero denominator is a programmer's error.</summary>
    public static Fraction Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("A fraction needs a denominator other than zero.");
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (!divisor.IsOne)
            (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return BigInteger.Abs(numerator) < Limit && denominator < Limit
            ? new Fraction((long)numerator, (long)denominator)
            : new Fraction(numerator, denominator);
    }

    public static Fraction Min(Fraction a, Fraction b) => a <= b ? a : b;

    public static Fraction Max(Fraction a, Fraction b) => a >= b ? a : b;

    /// <summary>Clipped to the interval from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public Fraction Between(Fraction least, Fraction most) => Max(least, Min(most, this));

    /// <summary>Near enough for drawing and for searching; never for deciding.</summary>
    public double ToDouble() => _big is null
        ? _numerator / (double)SmallDenominator
        : Math.ScaleB((double)(_big.Numerator * BigInteger.Pow(2, 64) / _big.Denominator), -64);

    public bool Equals(Fraction other) => _big is null && other._big is null
        ? _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne
        : CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public int CompareTo(Fraction other)
    {
        if (_big is null && other._big is null)
        {
            return _denominatorLessOne == other._denominatorLessOne
                ? _numerator.CompareTo(other._numerator)
                : Product(_numerator, other.SmallDenominator).CompareTo(Product(other._numerator, SmallDenominator));
        }

        return (RawNumerator * other.RawDenominator).CompareTo(other.RawNumerator * RawDenominator);
    }

    private static Fraction OfSmall(long numerator, long denominator)
    {
        var divisor = Divisor(numerator, denominator);
        return new Fraction(numerator / divisor, denominator / divisor);
    }

    private sealed class Big(BigInteger numerator, BigInteger denominator)
    {
        private Big? _reduced;

        public BigInteger Numerator { get; } = numerator;

        public BigInteger Denominator { get; } = denominator;

        public Big Reduced => _reduced ??= Reduce();

        private Big Reduce()
        {
            var divisor = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
            return divisor.IsOne ? this : new Big(Numerator / divisor, Denominator / divisor);
        }
    }
}
