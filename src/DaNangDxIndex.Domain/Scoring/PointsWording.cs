using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>Points inside rules and results, in one language.</summary>
internal static class PointsWording
{
    /// <summary>
    /// What a share of a maximum comes to: "1,5 điểm", and "2/3 số điểm tối đa" where the points have no end ("1,3333…").
    /// A penalty takes off: "trừ 3 điểm", "không trừ điểm".
    /// </summary>
    public static string Of(Fraction maximum, Fraction share, bool penalty, string language)
    {
        var points = maximum * share;
        if (!penalty)
            return Plain(points) ?? OfMaximum(share, language);
        if (points.IsZero)
            return language == "en" ? "no deduction" : "không trừ điểm";
        var taken = Plain(points) ?? OfMaximum(share, language);
        return language == "en" ? $"{taken} deducted" : $"trừ {taken}";

        string? Plain(Fraction number) => Points(number, language);
    }

    /// <summary>"3 điểm", "0.5 points"; null where four decimals do not hold it.</summary>
    public static string? Points(Fraction points, string language) => points.Rounded(4, RoundingMode.HalfUp) == points
        ? NumberText.With(NumberText.Plain(points, language), Word(points, language))
        : null;

    public static string Word(Fraction points, string language) => language != "en" ? "điểm" : points == Fraction.One ? "point" : "points";

    /// <summary>"75% số điểm", and "1/3 số điểm" where the percentage has no end.</summary>
    public static string OfThePoints(Fraction share, string language)
    {
        var percent = (share * 100).Rounded(2, RoundingMode.HalfUp) == share * 100;
        var written = percent ? NumberText.Percent(share, language) : share.ToString();
        return language == "en" ? $"{written} of the points" : $"{written} số điểm";
    }

    private static string OfMaximum(Fraction share, string language) =>
        language == "en" ? $"{share} of the maximum" : $"{share} số điểm tối đa";
}
