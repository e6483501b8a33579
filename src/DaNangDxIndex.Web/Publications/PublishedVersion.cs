using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publications;

/// <summary>A publication that has been read: what it says, its digest, and how it explains itself.</summary>
public sealed class PublishedVersion
{
    private readonly Dictionary<string, Lazy<(Scorer Scorer, GroupBest Best)>> _scoring;
    private readonly Dictionary<string, Lazy<GroupMedians>> _medians;

    public PublishedVersion(PublishedEdition edition, string digest)
    {
        Edition = edition;
        Digest = digest;
        _scoring = Edition.Groups.ToDictionary(
            group => group.Code, group => new Lazy<(Scorer, GroupBest)>(() => ScoringOf(group)), StringComparer.Ordinal);
        _medians = Edition.Groups.ToDictionary(
            group => group.Code, group => new Lazy<GroupMedians>(() => new GroupMedians(group)), StringComparer.Ordinal);
    }

    public PublishedEdition Edition { get; }

    /// <summary>SHA-256 of the canonical text, lower-case hex.</summary>
    public string Digest { get; }

    /// <summary>
    /// Every criterion of an agency in words, by code. What this program would compute otherwise than it was published stays unexplained:
    /// the published points are the ones that count.
    /// </summary>
    public IReadOnlyDictionary<string, Explanation> Explain(PublishedGroup group, string agency)
    {
        var (scorer, best) = _scoring[group.Code].Value;
        var input = InputOf(group, agency);
        var published = (group.ResultOf(agency)?.Criteria ?? []).ToDictionary(points => points.Code, StringComparer.Ordinal);
        return scorer.Score(input, best).Criteria
            .Where(result => published.TryGetValue(result.Criterion.Code, out var points) && points.Points == result.Points
                && points.State == result.State)
            .ToDictionary(
                result => result.Criterion.Code, result => Explanation.Of(group.Criteria, result, input, best), StringComparer.Ordinal);
    }

    /// <summary>The figures of every criterion of an agency and what they are measured against, by code.</summary>
    public IReadOnlyDictionary<string, FigureInBrief> Brief(PublishedGroup group, string agency)
    {
        var (best, input) = (_scoring[group.Code].Value.Best, InputOf(group, agency));
        return group.Criteria.Criteria.ToDictionary(
            criterion => criterion.Code, criterion => FigureInBrief.Of(group.Criteria, criterion, input, best), StringComparer.Ordinal);
    }

    public GroupMedians MediansOf(PublishedGroup group) => _medians[group.Code].Value;

    private static ScoringInput InputOf(PublishedGroup group, string agency) => Computation.InputOf(
        group.Criteria, group.Entrant(agency) ?? throw new ArgumentException($"{agency} does not stand in {group.Code}.", nameof(agency)));

    private static (Scorer Scorer, GroupBest Best) ScoringOf(PublishedGroup group)
    {
        var scorer = new Scorer(group.Criteria);
        return (scorer, scorer.BestOf(group.Scored.Select(entrant => Computation.InputOf(group.Criteria, entrant))));
    }
}
