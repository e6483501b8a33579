using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.Findings;

/// <summary>
/// All findings about the results of an edition as they would be published now. What the signatory acknowledges and signs is the digest:
/// another result
/// or another finding is another digest, and is asked about again.
/// </summary>
/// <param name="Groups">The results.</param>
/// <param name="All">In the order of <see cref="FindingKind"/>; kinds without a case are absent.</param>
public sealed record EditionFindings(IReadOnlyList<PublishedGroup> Groups, IReadOnlyList<Finding> All)
{
    private readonly Lazy<string> _digest = new(
        () => CanonicalJson.Digest(PublishedEditionJson.DigestOf(Groups) + FindingsJson.Write(All)));

    /// <summary>What hangs on the findings that are open; follows from them, so that it needs no place in the digest.</summary>
    public RanksAtStake AtStake { get; private init; } = RanksAtStake.None;

    /// <summary>SHA-256, lower-case hex, over results and findings; made when it is asked for.</summary>
    public string Digest => _digest.Value;

    public IReadOnlyList<Finding> Blocking => [.. All.Where(finding => finding.Blocks)];

    public IReadOnlyList<Finding> ToAcknowledge => [.. All.Where(finding => !finding.Blocks)];

    /// <param name="groups">The results.</param>
    /// <param name="files">The assessment of every agency in them.</param>
    public static EditionFindings Of(IReadOnlyList<PublishedGroup> groups, IReadOnlyCollection<AgencyFile> files) =>
        Of([.. groups.Select(ScoredGroup.Of)], files);

    /// <summary>The same of results that have just been scored.</summary>
    public static EditionFindings Of(IReadOnlyList<ScoredGroup> scored, IReadOnlyCollection<AgencyFile> files)
    {
        var byAgency = files.ToDictionary(file => file.Agency, StringComparer.Ordinal);
        List<PublishedGroup> groups = [.. scored.Select(group => group.Table)];
        return new(groups,
        [
            .. scored.SelectMany(group =>
                FileFindings.Of(group.Table, byAgency).Concat(FigureFindings.Of(group)).Concat(StandingFindings.Of(group)))
                .GroupBy(found => found.Kind, found => found.Case).OrderBy(kind => kind.Key)
                .Select(kind => new Finding(kind.Key, [.. kind])),
        ])
        {
            AtStake = RanksAtStake.Of(groups, byAgency),
        };
    }
}
