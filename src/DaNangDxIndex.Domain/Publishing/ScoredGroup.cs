using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>A group's results with what was noticed while they were scored: whoever looks for faults need not score again.</summary>
/// <param name="Scored">In the order of the entrants; who is left out stands not among them.</param>
public sealed record ScoredGroup(PublishedGroup Table, IReadOnlyList<ScoredEntrant> Scored)
{
    /// <summary>False while somebody in the group is not appraised: its ranks are of those who are there so far.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Of results that were computed elsewhere.</summary>
    public static ScoredGroup Of(PublishedGroup table) =>
        Computation.Scored(table.Code, table.Name, table.Criteria, table.Before, table.Entrants) with { Table = table };
}

/// <summary>What was noticed of one agency.</summary>
/// <param name="Blank">Codes of blank figures, but for those of <paramref name="BlankPenalty"/>.</param>
/// <param name="BlankPenalty">Codes of blank figures of penalty criteria.</param>
/// <param name="AboveWhole">Codes of criteria in which a part lies above its whole.</param>
/// <param name="Blocked">Figures, declared or in force, that the criteria refuse, with why.</param>
public sealed record ScoredEntrant(
    Entrant Entrant, IReadOnlyList<string> Blank, IReadOnlyList<string> BlankPenalty, IReadOnlyList<string> AboveWhole,
    IReadOnlyDictionary<string, Bilingual> Blocked)
{
    public static ScoredEntrant Of(Entrant entrant, Scorecard card, IReadOnlyDictionary<string, Bilingual> blocked) => new(
        entrant,
        [.. card.Missing.Concat(card.Awaited).Except(card.Blocking, StringComparer.Ordinal)],
        card.Blocking,
        [.. card.Criteria.Where(result => result.AboveWhole.Count > 0).Select(result => result.Criterion.Code)],
        blocked);
}

/// <summary>An entrant's figures as the values that count. Declared and in force are one where nobody corrected anything.</summary>
internal sealed record EntrantReadings(FigureReadings Declared, FigureReadings InForce)
{
    public IReadOnlyDictionary<string, Bilingual> Refused => ReferenceEquals(Declared, InForce) || Declared.Refused.Count == 0
        ? InForce.Refused
        : InForce.Refused.Concat(Declared.Refused).DistinctBy(figure => figure.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    public static EntrantReadings Of(CriteriaSet set, Entrant entrant)
    {
        var inForce = Of(set, entrant.Figures);
        return new(ReferenceEquals(entrant.Declared, entrant.Figures) ? inForce : Of(set, entrant.Declared), inForce);
    }

    public static FigureReadings Of(CriteriaSet set, IReadOnlyDictionary<string, string> texts) =>
        FigureReadings.Of(set.Figures, figure => texts.GetValueOrDefault(figure.Code), texts.Count);
}
