using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Scorecards;

/// <summary>One agency's result in one edition: its line of the ranked table and, where it was computed here, its whole scorecard.</summary>
/// <param name="Table">The table of its group, with changes against the edition before.</param>
/// <param name="Line">The agency's line in it.</param>
/// <param name="Card">Null for results taken over from print.</param>
public sealed record AgencyResult(RankedTable Table, RankedAgency Line, PublishedCard? Card)
{
    /// <summary>How many agencies of the group are ranked; of results from print, whose tables have gaps, how many the tiers count.</summary>
    public int Ranked => Table.Version is null && Table.Tiers.Count > 0
        ? Table.Tiers.Sum(tier => tier.Now ?? 0)
        : Table.Agencies.Count(agency => agency.Rank is not null);
}

/// <summary>A scorecard as it was published.</summary>
/// <param name="Code">Leads from paper to the page that says whether it is still valid; null while none was given out.</param>
public sealed record PublishedCard(PublishedVersion Version, PublishedGroup Group, Entrant Entrant, Result Result, string? Code)
{
    public Method Method => Group.Criteria.Method;

    public PointsOf? ComponentPoints(string code) => Result.Components.FirstOrDefault(points => points.Code == code);

    public CriterionPoints? CriterionPoints(string code) => Result.Criteria.FirstOrDefault(points => points.Code == code);

    /// <summary>Self-assessed points of a criterion; null where nobody gave any, or while they are open.</summary>
    public Fraction? SelfAssessed(string criterion) => Result.SelfAssessed?.Of(criterion)?.Points;

    /// <summary>Self-assessed points of a component, without what is open; null where nobody gave any.</summary>
    public Fraction? SelfAssessed(Component component) => component.Criteria.Select(criterion => SelfAssessed(criterion.Code)).OfType<Fraction>().ToList() is
    { Count: > 0 } points
        ? points.Aggregate((sum, next) => sum + next)
        : null;
}
