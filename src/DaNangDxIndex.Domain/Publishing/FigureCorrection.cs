using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>A figure whose verified value is not the declared one: what moved every criterion that reads it.</summary>
/// <param name="Declared">Invariant text; null is blank.</param>
/// <param name="Verified">Invariant text; null where the verifying unit holds that there is no valid value.</param>
public sealed record FigureCorrection(Figure Figure, string? Declared, string? Verified, ReasonCode Reason)
{
    private static readonly Bilingual NotDeclared = new("bỏ trống", "blank");
    private static readonly Bilingual NotValid = new("không có giá trị hợp lệ", "no valid value");

    /// <summary>"Số liệu “Hồ sơ trực tuyến”: kê khai 90 hồ sơ, xác minh 85 hồ sơ. Lý do: …". The verifying unit's sentence is not part of
    /// it.</summary>
    public Bilingual InWords(CriteriaSet set)
    {
        var (declared, verified) = (FigureInWords.Value(set, Figure, Declared, NotDeclared), FigureInWords.Value(
            set, Figure, Verified, NotValid));
        var reason = ReasonInWords.Of(Reason);
        return new(
            $"Số liệu “{Figure.Name.Vi}”: kê khai {declared.Vi}, xác minh {verified.Vi}. Lý do: {reason.Vi}.",
            $"Figure “{Figure.Name.En}”: declared {declared.En}, verified {verified.En}. Reason: {reason.En}.");
    }

    /// <summary>All of an agency's, in the order of the set's figures.</summary>
    public static IEnumerable<FigureCorrection> Of(CriteriaSet set, Entrant entrant) =>
        from figure in set.Figures
        where entrant.Corrections.ContainsKey(figure.Code)
        select new FigureCorrection(
            figure, entrant.Declared.GetValueOrDefault(figure.Code), entrant.Figures.GetValueOrDefault(figure.Code),
            entrant.Corrections[figure.Code]);

    /// <summary>Those that a criterion reads.</summary>
    public static IEnumerable<FigureCorrection> Of(Criterion criterion, IEnumerable<FigureCorrection> corrections) =>
        corrections.Where(correction => criterion.Figures.Contains(correction.Figure.Code, StringComparer.Ordinal));
}
