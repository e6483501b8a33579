using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Figures that can hardly be true together: a part above its whole ("handled online" above "received"). A doubt is said and does
/// not refuse, for the agency may know why; the criterion earns nothing until an appraiser has accepted it with a sentence.
/// </summary>
public sealed record Doubt(Criterion Criterion, Quantity Of, Bilingual Sentence)
{
    /// <summary>All doubts about these values, in the order of the criteria; each pair of part and whole once.</summary>
    public static IReadOnlyList<Doubt> About(CriteriaSet set, IReadOnlyDictionary<string, FigureValue> values) =>
    [
        .. from criterion in set.Criteria
           from quantity in criterion.Rule?.Parts.Select(QuantityOf).OfType<Quantity>().Distinct() ?? []
           where PartOfWhole.Is(quantity, set.Figure) && quantity.Figures.All(values.ContainsKey)
           where Total(quantity.Sum, values) > Total(quantity.Over, values)
           group new Doubt(criterion, quantity, Say(set, quantity)) by quantity into same
           select same.First(),
    ];

    private static Quantity? QuantityOf(Rule rule) => rule switch
    {
        Linear linear => linear.Of,
        Steps steps => steps.Of,
        _ => null,
    };

    private static decimal Total(IEnumerable<Term> terms, IReadOnlyDictionary<string, FigureValue> values) =>
        terms.Sum(term => term.Minus ? -values[term.Figure].Number : values[term.Figure].Number);

    private static Bilingual Say(CriteriaSet set, Quantity quantity)
    {
        var (part, whole) = (Names(set, quantity.Sum), Names(set, quantity.Over));
        return new(
            $"{part.Vi} lớn hơn {whole.Vi}. Kiểm tra lại hai số liệu; tiêu chí này chưa có điểm cho đến khi Tổ thẩm định làm rõ.",
            $"{part.En} is greater than {whole.En}. Check both figures; "
                + "the criterion earns no points until the appraisal team has clarified this.");
    }

    private static Bilingual Names(CriteriaSet set, IReadOnlyList<Term> terms)
    {
        var names = terms.Select(term => set.Figure(term.Figure)?.Name ?? new(term.Figure, term.Figure)).ToList();
        return new(string.Join(" + ", names.Select(name => $"“{name.Vi}”")), string.Join(" + ", names.Select(name => $"“{name.En}”")));
    }
}
