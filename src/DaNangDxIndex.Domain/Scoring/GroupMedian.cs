using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// What the agencies of a group have in the middle under one criterion, as short as a table wants it: who appraises one agency sees at a
/// glance how far it stands from the others.
/// </summary>
public static class GroupMedian
{
    /// <summary>
    /// "95,2%"; of a question how many say yes ("có: 62/93"); a line to each part where the rule has several. Exact, the mean of the two in
    /// the middle where their number is even; blanks and contradictions do not count. Null where there is nothing to compare.
    /// </summary>
    /// <param name="figures">Of each agency.</param>
    public static Bilingual? InBrief(
        CriteriaSet set, Criterion criterion, IReadOnlyCollection<IReadOnlyDictionary<string, FigureValue>> figures)
    {
        var (vi, en) = (new MedianWording(set, figures, "vi"), new MedianWording(set, figures, "en"));
        return vi.Of(criterion) is { } text && en.Of(criterion) is { } english ? new(text, english) : null;
    }

    /// <summary>Exact; null of nothing.</summary>
    public static Fraction? Of(IEnumerable<Fraction> values)
    {
        Fraction[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length == 0 ? null
            : sorted.Length % 2 == 1 ? sorted[middle]
            : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
