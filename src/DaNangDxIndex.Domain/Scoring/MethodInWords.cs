using System.Numerics;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The method of an edition as sentences, for the methodology page and the printed scorecard: one sentence to each choice it makes.</summary>
public static class MethodInWords
{
    /// <summary>From points to rank, in the order of computing. Tiers have their own sentences, <see cref="Tiers"/>.</summary>
    public static IReadOnlyList<Bilingual> Of(CriteriaSet set) =>
    [
        .. new[]
        {
            Conversion(set.Method), NotApplicable(set.Method), NothingDue(set.Method), BonusAndPenalty(set), Cap(set.Method), Rounding(set.Method),
            Ranking(set.Method), Ties(set), NotRanked(set.Method), NotSubmitted(set.Method),
        }.OfType<Bilingual>(),
    ];

    /// <summary>Where and how the edition rounds, and that printed figures may not add up.</summary>
    public static Bilingual Rounding(Method method)
    {
        var (vi, en) = method.Stage switch
        {
            RoundingStage.Total => ("Điểm được tính chính xác và chỉ làm tròn một lần, ở tổng điểm", "Points are computed exactly and rounded once, at the total"),
            RoundingStage.Component => ("Điểm được làm tròn ở từng nhóm tiêu chí, rồi ở tổng điểm", "Points are rounded at each component, then at the total"),
            RoundingStage.Criterion => ("Điểm được làm tròn ở từng tiêu chí, rồi ở tổng điểm", "Points are rounded at each criterion, then at the total"),
        };
        var (modeVi, modeEn) = method.Mode == RoundingMode.HalfUp
            ? ("nửa đơn vị thì làm tròn lên", "half up")
            : ("phần dư bị cắt bỏ", "what is left over is cut off");
        var unit = Fraction.Of(1, BigInteger.Pow(10, method.Decimals));
        var (noteVi, noteEn) = method.Stage == RoundingStage.Total
            ? ($" Cộng các điểm đã in có thể lệch {Unit("vi")} so với tổng điểm.", $" Adding the printed points may differ from the total by {Unit("en")}.")
            : ("", "");
        return new($"{vi}, đến {method.Decimals} chữ số thập phân, {modeVi}.{noteVi}", $"{en}, to {method.Decimals} decimals, {modeEn}.{noteEn}");

        string Unit(string language) => NumberText.Fixed(unit, method.Decimals, language);
    }

    /// <summary>Each tier with its bounds, best first: "Tốt: từ 80 đến dưới 90 điểm".</summary>
    public static IReadOnlyList<Bilingual> Tiers(Method method) => [.. method.Tiers.Select((_, index) => TierOf(method, index))];

    /// <summary>The bounds of one tier without its name: "từ 80 đến dưới 90 điểm".</summary>
    public static Bilingual BoundsOf(Method method, int index)
    {
        var (sentence, name) = (Tiers(method)[index], method.Tiers[index].Name);
        return new(sentence.Vi[(name.Vi.Length + ": ".Length)..], sentence.En[(name.En.Length + ": ".Length)..]);
    }

    /// <summary>What keeps an agency out of a tier although its total reaches it.</summary>
    public static IReadOnlyList<Bilingual> Gates(CriteriaSet set) => [.. set.Method.Gates.Select(gate => GateOf(set, gate))];

    private static Bilingual Conversion(Method method) => new(
        $"Tổng điểm tối đa của các nhóm tiêu chí chính là {Plain(method.Scale, "vi")} điểm. Khi có tiêu chí không áp dụng, điểm được quy đổi: điểm đạt được chia cho điểm tối đa được áp dụng, nhân với {Plain(method.Scale, "vi")}.",
        $"The base adds up to {Plain(method.Scale, "en")} points. Where criteria do not apply, points are converted: points earned, divided by the applicable maximum, times {Plain(method.Scale, "en")}.");

    private static Bilingual? NotApplicable(Method method) => method.NotApplicable is not { } policy ? null : new(
        $"Tiêu chí không áp dụng với đơn vị: {PolicyVi(policy)}, trừ khi tiêu chí quy định khác. Đơn vị không tự xác định mình không thuộc diện áp dụng.",
        $"A criterion that does not apply to an agency {PolicyEn(policy)}, unless the criterion says otherwise. No agency decides this for itself.");

    private static Bilingual? NothingDue(Method method) => method.NothingDue is not { } policy ? null : new(
        $"Trong năm không phát sinh (0/0): {PolicyVi(policy)}, sau khi thẩm định xác nhận.",
        $"Where nothing was due in the year (0/0), the criterion {PolicyEn(policy)}, once the appraisal confirms it.");

    private static Bilingual? BonusAndPenalty(CriteriaSet set)
    {
        var (bonus, penalty) = (set.Components.Any(one => one.Block == Block.Bonus), set.Components.Any(one => one.Block == Block.Penalty));
        if (!bonus && !penalty)
            return null;
        var (vi, en) = (new List<string>(), new List<string>());
        if (bonus)
        {
            vi.Add("cộng điểm thưởng" + Most(set.Method.BonusCap, "vi"));
            en.Add("bonus points are added" + Most(set.Method.BonusCap, "en"));
        }
        if (penalty)
        {
            vi.Add("trừ điểm trừ" + Most(set.Method.PenaltyCap, "vi"));
            en.Add("penalty points are taken off" + Most(set.Method.PenaltyCap, "en"));
        }
        return new($"Sau khi quy đổi, {string.Join(", rồi ", vi)}. Tổng điểm không nhỏ hơn 0.", $"After conversion, {string.Join(", then ", en)}. The total is never below 0.");
    }

    private static string Most(Fraction? cap, string language) => cap is { } most
        ? language == "en" ? $" (at most {Plain(most, language)})" : $" (nhiều nhất {Plain(most, language)} điểm)"
        : "";

    private static Bilingual Cap(Method method) => method.Cap == TotalCap.Total
        ? new($"Tổng điểm không vượt quá {Plain(method.Scale, "vi")} điểm.", $"The total is at most {Plain(method.Scale, "en")} points.")
        : new($"Điểm thưởng có thể đưa tổng điểm vượt quá {Plain(method.Scale, "vi")} điểm.", $"Bonus points may carry the total past {Plain(method.Scale, "en")} points.");

    private static Bilingual Ranking(Method method)
    {
        var (withinVi, withinEn) = method.Within == RankedWithin.Group ? ("trong khối", "within the group") : ("trong cùng đơn vị cấp trên", "among those under the same parent");
        return method.Ranking == RankingMethod.Competition
            ? new($"Xếp hạng {withinVi} theo tổng điểm đã làm tròn; bằng điểm thì cùng hạng và hạng kế tiếp bị bỏ qua (1, 2, 2, 4).",
                $"Ranks are given {withinEn} by the rounded total; equal totals share a rank and the next rank is skipped (1, 2, 2, 4).")
            : new($"Xếp hạng {withinVi} theo tổng điểm đã làm tròn; bằng điểm thì cùng hạng, không bỏ hạng (1, 2, 2, 3).",
                $"Ranks are given {withinEn} by the rounded total; equal totals share a rank and no rank is skipped (1, 2, 2, 3).");
    }

    private static Bilingual? Ties(CriteriaSet set) => set.Method.TieKeys.Count == 0 ? null : new(
        $"Khi tổng điểm bằng nhau, xét lần lượt điểm của: {string.Join("; ", set.Method.TieKeys.Select(key => KeyName(set, key).Vi))}.",
        $"Equal totals are parted by the points of, in this order: {string.Join("; ", set.Method.TieKeys.Select(key => KeyName(set, key).En))}.");

    private static Bilingual KeyName(CriteriaSet set, TieKey key) => (key.IsComponent
        ? set.Components.FirstOrDefault(component => component.Code == key.Code)?.Name
        : set.Criterion(key.Code)?.Name) ?? new Bilingual(key.Code, key.Code);

    private static Bilingual? NotRanked(Method method) => method.LeastApplicable.IsZero ? null : new(
        $"Đơn vị có điểm tối đa được áp dụng dưới {NumberText.Percent(method.LeastApplicable, "vi")} được đánh giá nhưng không xếp hạng.",
        $"An agency to which less than {NumberText.Percent(method.LeastApplicable, "en")} of the maximum applies is assessed and not ranked.");

    /// <summary>What becomes of an agency that did not submit.</summary>
    public static Bilingual NotSubmitted(Method method) => method.NotSubmitted switch
    {
        NotSubmittedPolicy.LeftOut => new(
            "Cơ quan, đơn vị không nộp hồ sơ khi đã hết hạn thì không được chấm điểm, không xếp hạng, không xếp loại và được liệt kê dưới bảng xếp hạng.",
            "An agency that has not submitted by its deadline is not scored, not ranked and has no tier; it is listed under the table."),
        NotSubmittedPolicy.Scored => new(
            "Cơ quan, đơn vị không nộp hồ sơ khi đã hết hạn được chấm điểm, xếp hạng theo số liệu đã có và ghi rõ “không nộp hồ sơ”.",
            "An agency that has not submitted by its deadline is scored and ranked on the figures that are there, and marked “not submitted”."),
    };

    private static Bilingual TierOf(Method method, int index)
    {
        var (tier, above) = (method.Tiers[index], index == 0 ? null : method.Tiers[index - 1]);
        var lowest = index == method.Tiers.Count - 1;
        var inclusive = method.TierBounds == TierBounds.LowerInclusive;
        return new($"{tier.Name.Vi}: {Range("vi", lowest ? null : tier.From, above?.From)}", $"{tier.Name.En}: {Range("en", lowest ? null : tier.From, above?.From)}");

        string Range(string language, Fraction? from, Fraction? to)
        {
            var english = language == "en";
            var unit = method.TiersOn == TiersOn.Percent ? english ? "% of the maximum" : " % điểm tối đa" : english ? " points" : " điểm";
            var least = from is not { } bound ? null : inclusive ? $"{(english ? "from" : "từ")} {Plain(bound, language)}" : $"{(english ? "more than" : "trên")} {Plain(bound, language)}";
            var most = to is not { } end ? null : inclusive ? $"{(english ? "under" : "dưới")} {Plain(end, language)}" : $"{(english ? "up to" : "đến")} {Plain(end, language)}";
            if (least is null || most is null)
                return (least ?? most) is { } one ? $"{one}{unit}{(most is null && inclusive && !english ? " trở lên" : "")}" : english ? "every total" : "mọi tổng điểm";
            return english ? $"{least}, {most}{unit}" : $"{least} {(inclusive ? "đến " : "")}{most}{unit}";
        }
    }

    private static Bilingual GateOf(CriteriaSet set, Gate gate)
    {
        var tier = set.Method.Tiers.FirstOrDefault(one => one.Code == gate.Tier)?.Name ?? new Bilingual(gate.Tier, gate.Tier);
        var named = gate.Components.Select(code => set.Components.FirstOrDefault(one => one.Code == code)?.Name ?? new Bilingual(code, code)).ToList();
        var (vi, en) = named.Count == 0 ? ("bất kỳ nhóm tiêu chí nào", "any component of the base") : (string.Join(", ", named.Select(one => one.Vi)), string.Join(", ", named.Select(one => one.En)));
        return new(
            $"Không xếp loại {tier.Vi} trở lên khi {vi} đạt dưới {NumberText.Percent(gate.Least, "vi")} điểm tối đa được áp dụng.",
            $"Not {tier.En} or better while {en} stays under {NumberText.Percent(gate.Least, "en")} of the applicable maximum.");
    }

    private static string PolicyVi(Policy policy) => policy switch
    {
        Policy.Zero => "tính 0 điểm",
        Policy.Full => "tính điểm tối đa",
        Policy.Exclude => "không tính điểm và không tính vào điểm tối đa",
    };

    private static string PolicyEn(Policy policy) => policy switch
    {
        Policy.Zero => "earns 0 points",
        Policy.Full => "earns its maximum",
        Policy.Exclude => "is left out of points and maximum alike",
    };

    private static string Plain(Fraction number, string language) => NumberText.Plain(number, language);
}
