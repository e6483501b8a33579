using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>What is odd in files that can be scored all the same. Counted where a criterion that applies reads it.</summary>
/// <param name="Blanks">Figures without a value: they earn nothing.</param>
/// <param name="ZeroDenominators">Ratios of something to nothing: they earn nothing.</param>
/// <param name="PartsAboveWholes">Ratios of a part to a smaller whole, accepted or not; not accepted they earn nothing.</param>
/// <param name="IdlePoints">Points beside a decision that reads none.</param>
public sealed record Warnings(int Blanks, int ZeroDenominators, int PartsAboveWholes, int IdlePoints)
{
    public static Warnings Of(IEnumerable<AgencyRow> agencies)
    {
        var all = new Warnings(0, 0, 0, 0);
        foreach (var group in agencies.GroupBy(agency => agency.Group))
        {
            var criteria = group.Key.Set.Criteria.Where(criterion => criterion.Rule is not null)
                .Select(criterion => (criterion, RatiosOf(criterion).ToList())).ToList();
            foreach (var agency in group)
                all = all.With(agency, criteria);
        }

        return all;
    }

    /// <summary>One line for each sort that occurs.</summary>
    public IEnumerable<Bilingual> Sentences()
    {
        if (Blanks > 0)
            yield return new(
                $"{Blanks} số liệu còn trống (tính 0 điểm).",
                $"{Blanks} {(Blanks == 1 ? "figure is" : "figures are")} blank and earned nothing.");
        if (ZeroDenominators > 0)
            yield return new(
                $"{ZeroDenominators} tỷ lệ có mẫu số bằng 0 (tính 0 điểm).",
                $"{ZeroDenominators} {(ZeroDenominators == 1 ? "ratio has" : "ratios have")} a denominator of 0 and earned nothing.");
        if (PartsAboveWholes > 0)
            yield return new(
                $"{PartsAboveWholes} số liệu thành phần lớn hơn tổng.",
                $"{PartsAboveWholes} {(PartsAboveWholes == 1 ? "part is" : "parts are")} above the whole.");
        if (IdlePoints > 0)
            yield return new(
                $"{IdlePoints} điểm ghi ở dòng không phải “points” (không dùng).",
                $"{IdlePoints} {(IdlePoints == 1 ? "entry" : "entries")} of points beside a decision other than \"points\" were not used.");
    }

    private Warnings With(AgencyRow agency, List<(Criterion Criterion, List<Quantity> Ratios)> criteria)
    {
        var (blank, above, zero) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<Quantity>(), 0);
        var set = agency.Group.Set;
        var spared = set.Kinds.Where(kind => kind.Agencies.Contains(agency.Code, StringComparer.Ordinal)).SelectMany(set.SparedFrom)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (criterion, ratios) in criteria.Where(pair =>
            !spared.Contains(pair.Criterion.Code) && IsByFigures(agency, pair.Criterion)))
        {
            blank.UnionWith(criterion.Figures.Where(figure => !agency.Figures.ContainsKey(figure)));
            foreach (var ratio in ratios.Where(ratio => ratio.Figures.All(agency.Figures.ContainsKey)))
            {
                var (sum, over) = (Total(agency, ratio.Sum), Total(agency, ratio.Over));
                zero += over < 0 || (over == 0 && sum != 0) ? 1 : 0;
                if (over > 0 && sum > over && PartOfWhole.Is(ratio, set.Figure))
                    above.Add(ratio);
            }
        }

        return new Warnings(Blanks + blank.Count, ZeroDenominators + zero, PartsAboveWholes + above.Count, IdlePoints + agency.IdlePoints);
    }

    private static bool IsByFigures(AgencyRow agency, Criterion criterion) =>
        agency.Decisions?.GetValueOrDefault(criterion.Code) is null or { Decision: VerdictDecision.Accept };

    private static decimal Total(AgencyRow agency, IReadOnlyList<Term> terms) =>
        terms.Sum(term => term.Minus ? -agency.Figures[term.Figure].Number : agency.Figures[term.Figure].Number);

    private static IEnumerable<Quantity> RatiosOf(Criterion criterion) =>
        (criterion.Rule?.Parts ?? []).Select(part => part switch { Linear linear => linear.Of, Steps steps => steps.Of, _ => null })
            .OfType<Quantity>().Where(quantity => quantity.IsRatio);
}
