using System.Globalization;
using System.Numerics;

namespace DaNangDxIndex;

public readonly partial struct Fraction
{
    private const int LongestText = 4000;

    /// <summary>Beyond so many decimals a number is written as a fraction.</summary>
    public const int MostDecimals = 12;

    /// <summary>The number written "12", "-0.95" or "1/3": digits, one point or one stroke, nothing else.</summary>
    public static bool TryParse(string? text, out Fraction value)
    {
        value = default;
        if (text is null || text.Length > LongestText)
            return false;
        var stroke = text.IndexOf('/', StringComparison.Ordinal);
        if (stroke < 0)
            return TryParseDecimal(text, out value);
        if (!TryParseWhole(text.AsSpan(0, stroke), out var top) || !TryParseWhole(text.AsSpan(stroke + 1), out var bottom))
            return false;
        if (bottom.Sign <= 0)
            return false;
        value = Of(top, bottom);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>, for texts the program itself has written.</summary>
    /// <exception cref="FormatException">The text is not a number of the form "12", "0.95" or "1/3".</exception>
    public static Fraction Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a number such as 12, 0.95 or 1/3.");

    /// <summary>The shortest exact text that <see cref="Parse"/> reads back: "12", "0.95", "1/3".</summary>
    public override string ToString()
    {
        var (top, bottom) = (Numerator, Denominator);
        if (bottom.IsOne)
            return top.ToString(CultureInfo.InvariantCulture);
        return TryDecimals(bottom, out var decimals)
            ? DecimalText(top, bottom, decimals)
            : string.Create(CultureInfo.InvariantCulture, $"{top}/{bottom}");
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> text, out Fraction value)
    {
        value = default;
        var point = text.IndexOf('.');
        if (point < 0)
        {
            if (!TryParseWhole(text, out var whole))
                return false;
            value = Of(whole, BigInteger.One);
            return true;
        }

        var decimals = text[(point + 1)..];
        if (decimals.IsEmpty || decimals[0] == '-' || !TryParseWhole(string.Concat(text[..point], decimals), out var digits)
            || !TryParseWhole(text[..point], out _))
        {
            return false;
        }

        value = Of(digits, BigInteger.Pow(10, decimals.Length));
        return true;
    }

    private static bool TryParseWhole(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        var digits = text.StartsWith("-", StringComparison.Ordinal) ? text[1..] : text;
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9')
            && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryDecimals(BigInteger denominator, out int decimals)
    {
        for (decimals = 1; decimals <= MostDecimals; decimals++)
        {
            if ((BigInteger.Pow(10, decimals) % denominator).IsZero)
                return true;
        }

        return false;
    }

    private static string DecimalText(BigInteger top, BigInteger bottom, int decimals)
    {
        var digits = (BigInteger.Abs(top) * BigInteger.Pow(10, decimals) / bottom)
            .ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return string.Concat(top.Sign < 0 ? "-" : "", digits[..^decimals], ".", digits[^decimals..]);
    }
}
