using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex;

public sealed class FractionTests
{
    [Theory]
    [InlineData("12")]
    [InlineData("-0.95")]
    [InlineData("1/3")]
    [InlineData("0.000000000001")]
    [InlineData("123456789012345678901234567890/17")]
    public void Texts_are_read_and_written_alike(string text) => Fraction.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("2/6", "1/3")]
    [InlineData("0.950", "0.95")]
    [InlineData("-0", "0")]
    [InlineData("10/5", "2")]
    public void Equal_numbers_have_one_text(string text, string canonical) => Fraction.Parse(text).ToString().ShouldBe(canonical);

    [Theory]
    [InlineData("")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1/0")]
    [InlineData("1/-3")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("--1")]
    [InlineData("1.-5")]
    [InlineData(" 1")]
    [InlineData("９")]
    public void Anything_else_is_no_number(string text) => Fraction.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("89.995", 2, "90.00")]
    [InlineData("89.994999999999999999999999", 2, "89.99")]
    [InlineData("-0.005", 2, "-0.01")]
    [InlineData("1/3", 4, "0.3333")]
    [InlineData("2/3", 0, "1")]
    [InlineData("5/2", 0, "3")]
    public void Halves_go_away_from_zero(string number, int decimals, string rounded) =>
        Fraction.Parse(number).Round(decimals).ToString(CultureInfo.InvariantCulture).ShouldBe(rounded);

    [Theory]
    [InlineData("89.999", "89.99")]
    [InlineData("-89.999", "-89.99")]
    public void Truncating_cuts_toward_zero(string number, string rounded) =>
        Fraction.Parse(number).Round(2, RoundingMode.Truncate).ToString(CultureInfo.InvariantCulture).ShouldBe(rounded);

    [Fact]
    public void Arithmetic_is_that_of_BigInteger_quotients() => Prop.ForAll<(long, long), (long, long)>((left, right) =>
    {
        var ((a, b), (c, d)) = (left, right);
        var (x, y) = (Fraction.Of(a, Below(b)), Fraction.Of(c, Below(d)));
        var (n, m, p, q) = ((BigInteger)a, Below(b), (BigInteger)c, Below(d));
        var same = x + y == Fraction.Of((n * q) + (p * m), m * q) && x - y == Fraction.Of((n * q) - (p * m), m * q)
            && x * y == Fraction.Of(n * p, m * q) && x.CompareTo(y) == (n * q).CompareTo(p * m);
        return same && (y.IsZero || x / y == Fraction.Of(n * q, m * p)) && (x + y).GetHashCode() == (y + x).GetHashCode()
            && Fraction.Parse((x * y).ToString()) == x * y;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(int.MaxValue));

    [Fact]
    public void Decimals_become_fractions_without_loss() =>
        Prop.ForAll<decimal>(number => ((Fraction)number).Round(number.Scale) == number).QuickCheckThrowOnFailure();

    private static BigInteger Below(long denominator) => BigInteger.Abs(denominator) + 1;
}
