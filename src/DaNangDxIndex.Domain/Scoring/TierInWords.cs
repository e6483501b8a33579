using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>The bounds of a tier, and what keeps an agency out of it, as sentences.</summary>
internal static class TierInWords
{
    /// <summary>"Tốt: từ 80 đến dưới 90 điểm".</summary>
    public static Bilingual Of(Method method, int index)
    {
        var (name, bounds) = (method.Tiers[index].Name, BoundsOf(method, index));
        return new($"{name.Vi}: {bounds.Vi}", $"{name.En}: {bounds.En}");
    }

    /// <summary>"từ 80 đến dưới 90 điểm".</summary>
    public static Bilingual BoundsOf(Method method, int index)
    {
        var (tier, above) = (method.Tiers[index], index == 0 ? null : method.Tiers[index - 1]);
        var lowest = index == method.Tiers.Count - 1;
        var inclusive = method.TierBounds == TierBounds.LowerInclusive;
        return new(Range("vi"), Range("en"));

        string Range(string language) => ((Fraction?)(lowest ? null : tier.From), above?.From) switch
        {
            (null, null) => language == "en" ? "any total" : "mọi mức tổng điểm",
            (null, { } end) => Most(language, end),
            ({ } bound, null) => Least(language, bound),
            ({ } bound, { } end) => Between(language, bound, end),
        };

        string Least(string language, Fraction bound) => (language, inclusive) switch
        {
            ("en", true) => $"{Measure(bound, language)} or more",
            ("en", false) => $"more than {Measure(bound, language)}",
            (_, true) => $"từ {Measure(bound, language)} trở lên",
            (_, false) => $"trên {Measure(bound, language)}",
        };

        string Most(string language, Fraction end) => (language, inclusive) switch
        {
            ("en", true) => $"under {Measure(end, language)}",
            ("en", false) => $"{Measure(end, language)} or less",
            (_, true) => $"dưới {Measure(end, language)}",
            (_, false) => $"từ {Measure(end, language)} trở xuống",
        };

        string Between(string language, Fraction bound, Fraction end) => (language, inclusive) switch
        {
            ("en", true) => $"{Plain(bound, language)} to under {Measure(end, language)}",
            ("en", false) => $"more than {Plain(bound, language)}, up to {Measure(end, language)}",
            (_, true) => $"từ {Plain(bound, language)} đến dưới {Measure(end, language)}",
            (_, false) => $"trên {Plain(bound, language)} đến {Measure(end, language)}",
        };

        string Measure(Fraction number, string language) => method.TiersOn == TiersOn.Percent
            ? Plain(number, language) + (language == "en" ? "% of the maximum" : "% điểm tối đa")
            : NumberText.With(Plain(number, language), PointsWording.Word(number, language));
    }

    public static Bilingual Gate(CriteriaSet set, Gate gate)
    {
        var tier = set.Method.Tiers.FirstOrDefault(known => known.Code == gate.Tier)?.Name ?? new Bilingual(gate.Tier, gate.Tier);
        var named = gate.Components.Select(
            code => set.Components.FirstOrDefault(component => component.Code == code)?.Name ?? new Bilingual(code, code));
        var (vi, en) = gate.Components.Count == 0
            ? ("bất kỳ nhóm tiêu chí nào", "any component")
            : (string.Join(", ", named.Select(name => name.Vi)), string.Join(", ", named.Select(name => name.En)));
        return new(
            $"Không xếp loại {tier.Vi} trở lên khi {vi} đạt dưới {NumberText.Percent(gate.Least, "vi")} điểm tối đa áp dụng.",
            $"Cannot be rated {tier.En} or better if {en} is below {NumberText.Percent(gate.Least, "en")} of the applicable maximum.");
    }

    private static string Plain(Fraction number, string language) => NumberText.Plain(number, language);
}
