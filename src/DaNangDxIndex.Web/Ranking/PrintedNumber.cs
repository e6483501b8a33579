using System.Globalization;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Ranking;

/// <summary>Numbers as a page prints them, in the reader's language; files and the API stay invariant.</summary>
public static class PrintedNumber
{
    /// <summary>"98.06" is "98,06" in Vietnamese; decimals stay as they were published. Null stays a dash's place.</summary>
    public static string? Of(string? invariant) =>
        invariant?.Replace(".", NumberFormatInfo.CurrentInfo.NumberDecimalSeparator, StringComparison.Ordinal);

    /// <summary>Exact points, rounded by the edition's method.</summary>
    public static string Points(Fraction points, Method method) => method.Round(points).ToString(CultureInfo.CurrentCulture);

    /// <summary>A maximum or a bound, without decimals that say nothing; what is taken off, with a minus.</summary>
    public static string Plain(Fraction number) => number.Round(4).ToString("0.####", CultureInfo.CurrentCulture).Replace('-', '−');

    public static decimal? Value(string? invariant) =>
        invariant is null ? null : decimal.Parse(invariant, NumberStyles.Number, CultureInfo.InvariantCulture);
}
