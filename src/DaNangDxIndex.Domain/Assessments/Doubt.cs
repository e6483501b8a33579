using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Figures that can hardly be true together: a part above its whole ("handled online" above "received"), where both count the same unit.
/// A doubt is said and does not refuse: the agency may know why.
/// </summary>
public sealed record Doubt(Criterion Criterion, Figure Part, Figure Whole, Bilingual Sentence)
{
    /// <summary>All doubts about these values, in the order of the criteria; each pair of figures once.</summary>
    public static IReadOnlyList<Doubt> About(CriteriaSet set, IReadOnlyDictionary<string, FigureValue> values) =>
        [.. set.Criteria.SelectMany(criterion => Pairs(set, criterion)
                .Where(pair => values.TryGetValue(pair.Part.Code, out var part) && values.TryGetValue(pair.Whole.Code, out var whole) && part.Number > whole.Number)
                .Select(pair => new Doubt(criterion, pair.Part, pair.Whole, Say(pair.Part, pair.Whole))))
            .DistinctBy(doubt => (doubt.Part.Code, doubt.Whole.Code))];

    private static IEnumerable<(Figure Part, Figure Whole)> Pairs(CriteriaSet set, Criterion criterion) =>
        from quantity in criterion.Rule?.Parts.Select(QuantityOf).OfType<Quantity>() ?? []
        where quantity.Over is [{ Minus: false }]
        let whole = set.Figure(quantity.Over[0].Figure)
        from term in quantity.Sum
        where !term.Minus
        let part = set.Figure(term.Figure)
        where part is not null && whole is not null && part.Unit is not null && part.Unit == whole.Unit
        select (part, whole);

    private static Quantity? QuantityOf(Rule rule) => rule switch
    {
        Linear linear => linear.Of,
        Steps steps => steps.Of,
        _ => null,
    };

    private static Bilingual Say(Figure part, Figure whole) => new(
        $"“{part.Name.Vi}” đang lớn hơn “{whole.Name.Vi}”. Hãy kiểm tra lại hai số liệu này.",
        $"“{part.Name.En}” is above “{whole.Name.En}”. Please check both figures.");
}
