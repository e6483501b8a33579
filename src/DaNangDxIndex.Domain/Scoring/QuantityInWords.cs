using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Sums of figures by their names, in both languages: “Hồ sơ trực tuyến”.</summary>
public static class QuantityInWords
{
    public static Bilingual Of(CriteriaSet set, IReadOnlyList<Term> terms)
    {
        var sum = new Quantity(terms, []);
        return new(new QuantityWording(set, "vi").Name(sum), new QuantityWording(set, "en").Name(sum));
    }
}
