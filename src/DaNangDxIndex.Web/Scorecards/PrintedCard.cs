using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// One agency's scorecard as it was published: what page, API and paper say. It is read from the frozen publication
/// and from nothing else, so one version is one card for ever, whatever becomes of names, lineage and texts.
/// </summary>
/// <param name="code">Leads from paper to the page that says whether it is still valid; null while none was given out.</param>
public sealed class PrintedCard(PublishedVersion version, PublishedGroup group, Entrant entrant, Result result, string? code)
{
    private IReadOnlyList<PrintedComponent>? _components;
    private IReadOnlyDictionary<string, Explanation>? _explanations;

    public PublishedVersion Version => version;

    public PublishedGroup Group => group;

    public Entrant Entrant => entrant;

    public Result Result => result;

    public string? Code => code;

    public Method Method => group.Criteria.Method;

    public decimal Scale => Method.Round(Method.Scale);

    public decimal Total => decimal.Parse(result.Total, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Null where the agency submitted nothing.</summary>
    public decimal? SelfTotal =>
        result.SelfAssessed is { } self ? decimal.Parse(self.Total, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>How many agencies this one is ranked among.</summary>
    public int Ranked => group.RankedBeside(entrant);

    /// <summary>Places won (positive) or lost since the comparable edition before; null where there is none to compare with.</summary>
    public int? RankChange => entrant.Before?.Rank - result.Rank;

    public Tier? Tier => Method.Tiers.FirstOrDefault(tier => tier.Code == result.Tier);

    /// <summary>"từ 90 điểm trở lên"; null without a tier.</summary>
    public Bilingual? TierBounds
    {
        get
        {
            var place = Method.Tiers.ToList().FindIndex(tier => tier.Code == result.Tier);
            return place < 0 ? null : MethodInWords.BoundsOf(Method, place);
        }
    }

    public IReadOnlyList<PrintedComponent> Components => _components ??= PrintedParts.ComponentsOf(this);

    public IReadOnlyList<PrintedPillar> Pillars => PrintedParts.PillarsOf(this);

    public IEnumerable<PrintedCriterion> Criteria => Components.SelectMany(component => component.Criteria);

    /// <summary>
    /// Every criterion in whole sentences, by code; what this program would compute otherwise than was published is not there.
    /// </summary>
    public IReadOnlyDictionary<string, Explanation> Explanations => _explanations ??= version.Explain(group, entrant.Agency);

    public IReadOnlyList<PrintedSum> Sum => PrintedSum.Of(this);

    /// <summary>
    /// The most that printed points of this card miss the sum they belong to, because each was rounded by itself; 0 where all add up.
    /// </summary>
    public decimal Rounding => PrintedSum.RoundingOf(this);

    public decimal Round(Fraction points) => Method.Round(points);
}
