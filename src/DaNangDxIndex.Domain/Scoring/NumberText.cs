using System.Globalization;

namespace DaNangDxIndex.Scoring;

/// <summary>Numbers inside sentences, in each language's format: "3.468", "99,91 %"; "3,468", "99.91%".</summary>
internal static class NumberText
{
    private static readonly NumberFormatInfo Vi = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NumberGroupSizes = [3] };
    private static readonly NumberFormatInfo En = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NumberGroupSizes = [3] };

    // Beyond this a decimal would not hold the decimals, and no reader wants them.
    private static readonly Fraction Huge = 1_000_000_000_000_000_000;

    /// <summary>With groups and only the decimals it has, at most four, rounded for reading.</summary>
    public static string Plain(Fraction number, string language) => number < Huge && number > -Huge
        ? Of(number.Round(4), "#,##0.####", language)
        : (number.Numerator / number.Denominator).ToString("#,##0", IsEnglish(language) ? En : Vi);

    /// <summary>With exactly so many decimals, as points are printed.</summary>
    public static string Fixed(Fraction number, int decimals, string language) =>
        Of(number.Round(decimals), "#,##0." + new string('0', decimals), language);

    /// <summary>A share as percent, at most two decimals.</summary>
    public static string Percent(Fraction share, string language) =>
        Plain((share * 100).Rounded(2, RoundingMode.HalfUp), language) + (IsEnglish(language) ? "%" : " %");

    private static string Of(decimal number, string format, string language) => number.ToString(format, IsEnglish(language) ? En : Vi);

    private static bool IsEnglish(string language) => language == "en";
}
