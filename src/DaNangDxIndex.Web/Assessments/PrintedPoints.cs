using System.Globalization;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Self-assessed and appraised points as they are printed: rounded by the method, and the same words where there is no number. In the
/// language of whoever reads, if no other is named; programs read numbers invariant.
/// </summary>
public static class PrintedPoints
{
    public static string Of(Fraction points, Method method) => Of(points, method, AssessmentWords.Language);

    /// <param name="language">Null writes invariant.</param>
    public static string Of(Fraction points, Method method, string? language)
    {
        var written = method.Round(points).ToString(CultureInfo.InvariantCulture);
        return language is null ? written : NumberText.Written(written, language);
    }

    /// <summary>Appraised points of a criterion; what a penalty takes off is written with a minus.</summary>
    public static string Of(CriteriaSet set, CriterionResult result) => In(PointsInWords.InPlaceOf(result)) ?? Signed(set, result);

    /// <summary>Self-assessed points of a criterion.</summary>
    public static string Self(CriteriaSet set, CriterionResult result) =>
        In(PointsInWords.InPlaceOfSelfAssessed(set, result)) ?? Signed(set, result);

    /// <summary>The most that a criterion gives or, with a minus, takes off; a dash where it is only collected.</summary>
    public static string Maximum(CriteriaSet set, Criterion criterion) => Maximum(set, criterion, criterion.Maximum);

    /// <summary>The same of a criterion with points, in this language.</summary>
    public static string Maximum(CriteriaSet set, Criterion criterion, string language) =>
        Signed(set.SignOf(criterion), criterion.Maximum, set.Method, language);

    /// <param name="applicable">The maximum that applies to the agency.</param>
    public static string Maximum(CriteriaSet set, Criterion criterion, Fraction applicable) =>
        criterion.Rule is null ? PointsInWords.None.ForReader() : Signed(set.SignOf(criterion), applicable, set.Method);

    /// <summary>Self-assessed points of a component and the most that it gives or takes off: "1,50 / 5,00", "– / −5,00".</summary>
    public static (string Points, string Maximum) Self(CriteriaSet set, ComponentResult sum) => (
        sum.Component.Criteria.Any(set.IsSelfAssessed)
            ? Signed(sum.Component.Sign, sum.Points, set.Method)
            : PointsInWords.None.ForReader(),
        Signed(sum.Component.Sign, sum.Maximum, set.Method));

    /// <summary>What stands beside a total: "tạm tính; chưa tính: tối đa 6,00 điểm". Null where the total is whole.</summary>
    public static string? Beside(OpenPart open, bool provisional = false)
    {
        var words = new[] { provisional ? In(OpenPart.Provisional) : null, In(open.Sentence) }.OfType<string>().ToList();
        return words.Count == 0 ? null : string.Join("; ", words);
    }

    private static string Signed(CriteriaSet set, CriterionResult result) =>
        Signed(set.SignOf(result.Criterion), result.Points, set.Method);

    private static string Signed(int sign, Fraction points, Method method) => Signed(sign, points, method, AssessmentWords.Language);

    private static string Signed(int sign, Fraction points, Method method, string? language) =>
        (sign < 0 && !points.IsZero ? "−" : "") + Of(points, method, language);

    private static string? In(Bilingual? text) => text?.ForReader();
}
