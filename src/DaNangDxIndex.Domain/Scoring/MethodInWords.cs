using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The method of an edition as sentences, for the methodology page and the printed scorecard: one sentence to each choice it makes.
/// </summary>
public static class MethodInWords
{
    /// <summary>From points to rank, in the order of computing. Tiers have their own sentences, <see cref="Tiers"/>.</summary>
    public static IReadOnlyList<Bilingual> Of(CriteriaSet set) =>
        [.. new[]
        {
            Conversion(set.Method), NotApplicable(set.Method), NothingDue(set.Method), BonusAndPenalty(set), Cap(set.Method),
            Rounding(set.Method), Ranking(set.Method), Ties(set), NotRanked(set.Method), NotSubmitted(set.Method),
        }.OfType<Bilingual>()];

    /// <summary>Where and how the edition rounds, and that printed figures may not add up.</summary>
    public static Bilingual Rounding(Method method)
    {
        var (vi, en) = method.Stage switch
        {
            RoundingStage.Total => ("Điểm chỉ làm tròn một lần ở tổng điểm", "Points are rounded once, at the total"),
            RoundingStage.Component => (
                "Điểm làm tròn ở từng nhóm tiêu chí, sau đó ở tổng điểm",
                "Points are rounded at each component, then at the total"),
            RoundingStage.Criterion => (
                "Điểm làm tròn ở từng tiêu chí, sau đó ở tổng điểm",
                "Points are rounded at each criterion, then at the total"),
        };
        var (modeVi, modeEn) = method.Mode == RoundingMode.HalfUp
            ? (" (từ 5 trở lên làm tròn lên)", " (half up)")
            : ("; bỏ các chữ số thập phân còn lại, không làm tròn", "; remaining digits are dropped");
        var (noteVi, noteEn) = method.Stage == RoundingStage.Total
            ? (" Do làm tròn khi in, tổng các điểm thành phần có thể chênh lệch nhỏ so với tổng điểm.",
                " The printed points may therefore not add up exactly to the total.")
            : ("", "");
        var decimals = new Counted(method.Decimals);
        return new(
            $"{vi}, đến {method.Decimals:00} chữ số thập phân{modeVi}.{noteVi}",
            $"{en}, to {decimals} {decimals:decimal|decimals}{modeEn}.{noteEn}");
    }

    /// <summary>Each tier with its bounds, best first: "Tốt: từ 80 đến dưới 90 điểm".</summary>
    public static IReadOnlyList<Bilingual> Tiers(Method method) => [.. method.Tiers.Select((_, index) => TierInWords.Of(method, index))];

    /// <summary>The bounds of one tier without its name: "từ 80 đến dưới 90 điểm".</summary>
    public static Bilingual BoundsOf(Method method, int index) => TierInWords.BoundsOf(method, index);

    /// <summary>What keeps an agency out of a tier although its total reaches it.</summary>
    public static IReadOnlyList<Bilingual> Gates(CriteriaSet set) => [.. set.Method.Gates.Select(gate => TierInWords.Gate(set, gate))];

    private static Bilingual Conversion(Method method) => new(
        $"Tổng điểm tối đa (không kể điểm thưởng, điểm trừ): {Points(method.Scale, "vi")}. "
            + "Khi có tiêu chí không áp dụng, điểm được quy đổi: "
            + $"điểm quy đổi = điểm đạt được/điểm tối đa áp dụng × {Plain(method.Scale, "vi")}.",
        $"The criteria add up to {Points(method.Scale, "en")} (bonus and penalty apart). "
            + "Where criteria do not apply, points are converted: "
            + $"points earned/applicable maximum × {Plain(method.Scale, "en")}.");

    private static Bilingual? NotApplicable(Method method) => method.NotApplicable is not { } policy ? null : new(
        $"Tiêu chí không áp dụng: {PolicyInWords.Of(policy).Vi}, trừ trường hợp tiêu chí có quy định riêng. "
            + "Cơ quan, đơn vị không được tự xác định tiêu chí không áp dụng.",
        $"A criterion that does not apply {PolicyInWords.Of(policy).En}, unless the criterion says otherwise. "
            + "Agencies cannot declare a criterion not applicable themselves.");

    private static Bilingual? NothingDue(Method method) => method.NothingDue is not { } policy ? null : new(
        $"Nội dung không phát sinh trong năm (0/0): {PolicyInWords.Of(policy).Vi}, sau khi Tổ thẩm định xác nhận.",
        $"A criterion with no cases in the year (0/0) {PolicyInWords.Of(policy).En}, once the appraisal team confirms it.");

    private static Bilingual? BonusAndPenalty(CriteriaSet set)
    {
        var bonus = set.Components.Any(component => component.Block == Block.Bonus);
        var penalty = set.Components.Any(component => component.Block == Block.Penalty);
        if (!bonus && !penalty)
            return null;
        return new(
            $"Tổng điểm = điểm quy đổi{Blocks(" + điểm thưởng", " − điểm trừ", "vi")}; không nhỏ hơn 0.",
            $"Total = converted points{Blocks(" + bonus points", " − penalty points", "en")}; never below 0.");

        string Blocks(string added, string deducted, string language) =>
            (bonus ? added + Most(set.Method.BonusCap, language) : "") + (penalty ? deducted + Most(set.Method.PenaltyCap, language) : "");
    }

    private static string Most(Fraction? cap, string language) =>
        cap is { } most ? $" ({(language == "en" ? "at most" : "tối đa")} {Plain(most, language)})" : "";

    private static Bilingual Cap(Method method) => method.Cap == TotalCap.Total
        ? new($"Tổng điểm không vượt quá {Points(method.Scale, "vi")}.", $"The total is at most {Points(method.Scale, "en")}.")
        : new(
            $"Tổng điểm có thể vượt quá {Points(method.Scale, "vi")} nhờ điểm thưởng.",
            $"Bonus points may raise the total above {Points(method.Scale, "en")}.");

    private static Bilingual Ranking(Method method)
    {
        var (withinVi, withinEn) = method.Within == RankedWithin.Group
            ? ("trong khối", "within the group")
            : ("trong từng đơn vị hành chính cấp trên", "within each district");
        return method.Ranking == RankingMethod.Competition
            ? new(
                $"Xếp hạng {withinVi} theo tổng điểm đã làm tròn; bằng điểm thì đồng hạng, "
                    + "thứ hạng kế tiếp tính theo số cơ quan xếp trên (1, 2, 2, 4).",
                $"Ranks are given {withinEn} by the rounded total; equal totals share a rank and the next rank is skipped (1, 2, 2, 4).")
            : new(
                $"Xếp hạng {withinVi} theo tổng điểm đã làm tròn; bằng điểm thì đồng hạng, thứ hạng kế tiếp không bị bỏ qua (1, 2, 2, 3).",
                $"Ranks are given {withinEn} by the rounded total; equal totals share a rank and no rank is skipped (1, 2, 2, 3).");
    }

    private static Bilingual? Ties(CriteriaSet set) => set.Method.TieKeys.Count == 0 ? null : new(
        $"Khi tổng điểm bằng nhau, xét lần lượt điểm của: {string.Join("; ", set.Method.TieKeys.Select(key => KeyName(set, key).Vi))}.",
        $"Ties are broken by the points for, in this order: {string.Join("; ", set.Method.TieKeys.Select(key => KeyName(set, key).En))}.");

    private static Bilingual KeyName(CriteriaSet set, TieKey key) => (key.IsComponent
        ? set.Components.FirstOrDefault(component => component.Code == key.Code)?.Name
        : set.Criterion(key.Code)?.Name) ?? new Bilingual(key.Code, key.Code);

    private static Bilingual? NotRanked(Method method) => method.LeastApplicable.IsZero ? null : new(
        $"Cơ quan, đơn vị có điểm tối đa áp dụng dưới {NumberText.Percent(method.LeastApplicable, "vi")} thang điểm: đánh giá, "
            + "không xếp hạng.",
        $"An agency to which less than {NumberText.Percent(method.LeastApplicable, "en")} of the maximum applies is "
        + "assessed but not ranked.");

    /// <summary>What becomes of an agency that did not submit.</summary>
    public static Bilingual NotSubmitted(Method method) => method.NotSubmitted switch
    {
        NotSubmittedPolicy.LeftOut => new(
            "Cơ quan, đơn vị không nộp hồ sơ khi đã hết hạn thì không được chấm điểm, "
            + "không xếp hạng, không xếp loại và được liệt kê dưới bảng xếp hạng.",
            "An agency that has not submitted by its deadline is not scored, not ranked and has no tier; it is listed under the table."),
        NotSubmittedPolicy.Scored => new(
            "Cơ quan, đơn vị không nộp hồ sơ khi đã hết hạn được chấm điểm, xếp hạng theo số liệu đã có và ghi rõ “không nộp hồ sơ”.",
            "An agency that has not submitted by its deadline is scored and ranked on the figures entered so far, "
            + "and marked “not submitted”."),
    };

    private static string Points(Fraction number, string language) =>
        NumberText.With(Plain(number, language), PointsWording.Word(number, language));

    private static string Plain(Fraction number, string language) => NumberText.Plain(number, language);
}
