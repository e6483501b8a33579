using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Publishing.Findings;

/// <summary>Figures that are blank, blocked, or contradict each other. Who is not scored is not looked through.</summary>
internal static class FigureFindings
{
    private const int Listed = 8;

    public static IEnumerable<(FindingKind Kind, FindingCase Case)> Of(ScoredGroup table) =>
        from scored in table.Scored
        let entrant = scored.Entrant
        from found in Of(table.Table.Criteria, scored)
        select (found.Kind, new FindingCase(table.Table.Code, entrant.Agency, entrant.Name, found.Detail, found.Criterion));

    /// <summary>By their names: "Hồ sơ trực tuyến; Mức độ hài lòng; và 3 số liệu khác".</summary>
    public static Bilingual Figures(CriteriaSet set, IReadOnlyCollection<string> codes)
    {
        List<Bilingual> names = [.. codes.Take(Listed).Select(code => NameOf(set, code))];
        if (codes.Count > Listed)
            names.Add(new($"và {codes.Count - Listed} số liệu khác", $"and {codes.Count - Listed} more"));
        return new(string.Join("; ", names.Select(name => name.Vi)), string.Join("; ", names.Select(name => name.En)));
    }

    /// <summary>The first criterion that reads the figure: opening it again opens the figure.</summary>
    public static string? ReaderOf(CriteriaSet set, string figure) =>
        set.Criteria.FirstOrDefault(criterion => criterion.Rule is not null && criterion.Figures.Contains(figure, StringComparer.Ordinal))
            ?.Code;

    private static Bilingual NameOf(CriteriaSet set, string code) => set.Figure(code)?.Name ?? new(code, code);

    private static IEnumerable<(FindingKind Kind, Bilingual Detail, string? Criterion)> Of(CriteriaSet set, ScoredEntrant scored)
    {
        foreach (var (figure, refusal) in scored.Blocked)
            yield return (FindingKind.BlockedFigure,
                new($"{NameOf(set, figure).Vi}: {refusal.Vi}", $"{NameOf(set, figure).En}: {refusal.En}"), ReaderOf(set, figure));
        if (scored.Blank is [var blank, ..])
            yield return (FindingKind.BlankFigure, Figures(set, scored.Blank), ReaderOf(set, blank));
        if (scored.BlankPenalty is [var penalty, ..])
            yield return (FindingKind.BlankPenalty, Figures(set, scored.BlankPenalty), ReaderOf(set, penalty));
        if (scored.AboveWhole is [var above, ..])
            yield return (FindingKind.AboveWhole, new(
                $"tiêu chí {string.Join(", ", scored.AboveWhole)}",
                $"criteria {string.Join(", ", scored.AboveWhole)}"), above);
    }
}
