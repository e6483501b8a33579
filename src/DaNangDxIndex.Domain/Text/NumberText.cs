using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DaNangDxIndex.Text;

/// <summary>
/// Numbers as people read them, in each language's format: "3.468" and "99,91%" in Vietnamese, "3,468" and "99.91%" in English.
/// Pages, documents, explanations and dx-verify all print numbers here; files and the API write them invariant.
/// </summary>
public static class NumberText
{
    private const char Minus = '\u2212';
    private const char NoBreak = '\u00A0';

    private static readonly NumberFormatInfo Vi = Format(",", ".");
    private static readonly NumberFormatInfo En = Format(".", ",");

    // Beyond this a decimal would not hold the decimals, and no reader wants them.
    private static readonly Fraction Huge = 1_000_000_000_000_000_000;

    /// <summary>With groups and only the decimals it has, at most four (or so many), rounded for reading.</summary>
    public static string Plain(Fraction number, string language, int decimals = 4) => number < Huge && number > -Huge
        ? Of(number.Round(decimals), "#,##0." + new string('#', decimals), language)
        : (number.Numerator / number.Denominator).ToString("#,##0", FormatOf(language));

    /// <summary>As it is, not rounded: "42,71", or "220/3" where decimals would not end.</summary>
    public static string Exact(Fraction number, string language) =>
        number.ToString() is var text && text.Contains('/', StringComparison.Ordinal)
            ? Written(text, language)
            : Plain(number, language, Fraction.MostDecimals);

    /// <summary>With exactly so many decimals, as points are printed.</summary>
    public static string Fixed(Fraction number, int decimals, string language) =>
        Of(number.Round(decimals), "#,##0." + new string('0', decimals), language);

    /// <summary>A share as percent, at most so many decimals. The sign stands at the number: "99,91%".</summary>
    public static string Percent(Fraction share, string language, int decimals = 2) =>
        Plain(share * 100, language, decimals) + "%";

    /// <summary>How long something took, in seconds: "12,5".</summary>
    public static string Seconds(TimeSpan took, string language) => Fixed((decimal)took.TotalSeconds, 1, language);

    /// <summary>A number and what it counts, held together where a line breaks: "12 điểm".</summary>
    public static string With(string number, string unit) => $"{number}{NoBreak}{unit}";

    /// <summary>A number that files and publications hold ("98.06"), with the decimals it has there; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(invariant))]
    public static string? Written(string? invariant, string language) =>
        invariant?.Replace(".", FormatOf(language).NumberDecimalSeparator, StringComparison.Ordinal).Replace('-', Minus);

    /// <summary>The value of such a number, to reckon with.</summary>
    public static decimal? Value(string? invariant) =>
        invariant is null ? null : decimal.Parse(invariant, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Of(decimal number, string format, string language) => number.ToString(format, FormatOf(language));

    private static NumberFormatInfo FormatOf(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Vi;

    private static NumberFormatInfo Format(string point, string group) =>
        new() { NumberDecimalSeparator = point, NumberGroupSeparator = group, NumberGroupSizes = [3], NegativeSign = Minus.ToString() };
}
