using System.Globalization;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Self-assessed and appraised points as pages print them: rounded by the method, and the same words where there is no number.
/// </summary>
public static class PrintedPoints
{
    public static string Of(Fraction points, Method method) => method.Round(points).ToString(CultureInfo.CurrentCulture);

    /// <summary>Appraised points of a criterion; what a penalty takes off is written with a minus.</summary>
    public static string Of(CriteriaSet set, CriterionResult result) => In(PointsInWords.InPlaceOf(result)) ?? Signed(set, result);

    /// <summary>Self-assessed points of a criterion.</summary>
    public static string Self(CriteriaSet set, CriterionResult result) =>
        In(PointsInWords.InPlaceOfSelfAssessed(set, result)) ?? Signed(set, result);

    /// <summary>What stands beside a total: "tạm tính; chưa tính: tối đa 6,00 điểm". Null where the total is whole.</summary>
    public static string? Beside(OpenPart open, bool provisional = false)
    {
        var words = new[] { provisional ? In(OpenPart.Provisional) : null, In(open.Sentence) }.OfType<string>().ToList();
        return words.Count == 0 ? null : string.Join("; ", words);
    }

    private static string Signed(CriteriaSet set, CriterionResult result) =>
        (set.ComponentOf(result.Criterion.Code)?.Block == Block.Penalty && !result.Points.IsZero ? "−" : "")
            + Of(result.Points, set.Method);

    private static string? In(Bilingual? text) => text?.ForReader();
}
