using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>A publication that has been read: what it says, its digest, and the best values that explanations compare with.</summary>
public sealed class PublishedVersion
{
    private readonly Dictionary<string, Lazy<GroupBest>> _best;

    public PublishedVersion(string canonical, string digest)
    {
        Edition = PublishedEditionJson.Read(canonical);
        Digest = digest;
        _best = Edition.Groups.ToDictionary(group => group.Code, group => new Lazy<GroupBest>(() => BestOf(group)), StringComparer.Ordinal);
    }

    public PublishedEdition Edition { get; }

    /// <summary>SHA-256 of the canonical text, lower-case hex.</summary>
    public string Digest { get; }

    /// <summary>The best values among the agencies of a group, found once.</summary>
    public GroupBest Best(string group) => _best[group].Value;

    private static GroupBest BestOf(PublishedGroup group) =>
        new Scorer(group.Criteria).BestOf(group.Entrants.Select(entrant => Computation.InputOf(group.Criteria, entrant)));
}
