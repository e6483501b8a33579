using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Agencies of about the same size as one of them, so that it is not only measured against the largest and the smallest. Size is the count
/// that most criteria measure something against: the files received, where most of them are shares of the files received.
/// </summary>
/// <param name="Figure">What size is counted in.</param>
/// <param name="Agencies">By size, the smallest first, the agency itself among them.</param>
public sealed record LikeSize(Figure Figure, IReadOnlyList<LikeSize.Member> Agencies)
{
    private const int Neighbours = 4;

    public sealed record Member(string Agency, decimal Size);

    /// <summary>
    /// The four whose size is nearest by its ratio, not by its difference; fewer where the group has fewer. Null where nothing is measured
    /// against a count, and where the agency did not count it, or nothing.
    /// </summary>
    public static LikeSize? Of(PublishedGroup published, string agency)
    {
        if (SizeOf(published.Criteria) is not { } figure || Size(agency) is not { } own)
            return null;
        var nearest = published.Results.Where(result => result.Agency != agency)
            .Select(result => (result.Agency, Size: Size(result.Agency)))
            .Where(other => other.Size is not null)
            .Select(other => new Member(other.Agency, other.Size.GetValueOrDefault()))
            .OrderBy(member => Math.Abs(Math.Log((double)(member.Size / own)))).ThenBy(member => member.Agency, StringComparer.Ordinal)
            .Take(Neighbours);
        return new(figure, [.. nearest.Append(new(agency, own))
            .OrderBy(member => member.Size).ThenBy(member => member.Agency, StringComparer.Ordinal)]);

        decimal? Size(string code) => NumberText.Value(published.Entrant(code)?.Figures.GetValueOrDefault(figure.Code)) is > 0 and var size
            ? size
            : null;
    }

    /// <summary>Null where no ratio stands over one count alone.</summary>
    internal static Figure? SizeOf(CriteriaSet set) => set.Criteria
        .SelectMany(criterion => Wholes(criterion).Distinct(StringComparer.Ordinal))
        .GroupBy(code => code, StringComparer.Ordinal)
        .OrderByDescending(read => read.Count())
        .Select(read => set.Figure(read.Key)).FirstOrDefault(figure => figure?.Kind == FigureKind.Count);

    private static IEnumerable<string> Wholes(Criterion criterion) => (criterion.Rule?.Parts ?? []).Select(part => part switch
    {
        Linear linear => linear.Of,
        Steps steps => steps.Of,
        _ => null,
    }).Where(quantity => quantity?.Over.Count == 1).Select(quantity => quantity?.Over[0].Figure ?? "");
}
