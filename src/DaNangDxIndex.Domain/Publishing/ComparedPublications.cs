using DaNangDxIndex.Agencies;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// A group of a publication beside the same group of the one before, agency by agency, like for like. Everything comes from the two frozen
/// forms; only who was who before comes from the lineage.
/// </summary>
public sealed class ComparedPublications
{
    private readonly PublishedGroup? _before;
    private readonly PublishedGroup _after;
    private readonly HashSet<string> _present;
    private readonly ComparedYears? _years;

    /// <param name="before">Null where the edition before is not known with its figures: then nobody can be compared.</param>
    public ComparedPublications(PublishedEdition? before, PublishedEdition after, string group)
    {
        _after = after.Group(group) ?? throw new ArgumentException($"{group} is no group of {after.Year}.", nameof(group));
        var comparable = before is not null && _after.Break is null && before.Series.Code == after.Series.Code && before.Year < after.Year;
        _before = comparable ? before?.Group(group) : null;
        _present = [.. (_before?.Results ?? []).Select(result => result.Agency)];
        _years = _before is null ? null : new ComparedYears(RulesOf(_before), RulesOf(_after));
    }

    /// <summary>
    /// One agency; null where there is nothing to compare with: a break, another edition without figures, a merger or a split, an agency
    /// that was not assessed or handed in nothing in one of the years, or a total that this program would compute otherwise.
    /// </summary>
    public LikeForLike? Of(string agency, Lineage lineage) =>
        _before is not null && _years is not null && lineage.Among(_present, agency) is { } then
        && Brought(_before, then) is { } was && Brought(_after, agency) is { } now
        && _years.Of(was, now) is var compared && compared.Change == TotalOf(_after, agency) - TotalOf(_before, then)
            ? compared
            : null;

    /// <summary>All agencies that can be compared, who gained most by what they did first; equal gains stand by code.</summary>
    public IReadOnlyList<LikeForLike> MostImproved(Lineage lineage) =>
    [
        .. Comparable(lineage).OrderByDescending(compared => compared.Performance)
            .ThenBy(compared => compared.Agency, StringComparer.Ordinal),
    ];

    /// <summary>The same in the order of the ranked table, each compared when its turn comes: with its criteria it is large.</summary>
    public IEnumerable<LikeForLike> Comparable(Lineage lineage) =>
        _after.Results.Select(result => Of(result.Agency, lineage)).OfType<LikeForLike>().Where(compared => compared.IsComparable);

    private static ScoringInput? Brought(PublishedGroup group, string agency) =>
        group.Entrant(agency) is { Submitted: true } entrant ? Computation.InputOf(group.Criteria, entrant) : null;

    private static decimal? TotalOf(PublishedGroup group, string agency) => Text.NumberText.Value(group.ResultOf(agency)?.Total);

    private static RulesOfYear RulesOf(PublishedGroup group)
    {
        var scorer = new Scorer(group.Criteria);
        return new(scorer, scorer.BestOf(group.Scored.Select(entrant => Computation.InputOf(group.Criteria, entrant))));
    }
}
