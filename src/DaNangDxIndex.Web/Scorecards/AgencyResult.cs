using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// One agency's result in one edition: its line of the ranked table and, where it was computed here, its whole scorecard.
/// </summary>
/// <param name="Table">The table of its group.</param>
/// <param name="Line">The agency's line in it.</param>
/// <param name="Card">Null for results taken over from print.</param>
public sealed record AgencyResult(RankedTable Table, RankedAgency Line, PrintedCard? Card)
{
    /// <summary>
    /// How many agencies of the group are ranked; of results from print, whose tables have gaps, how many the tiers count.
    /// </summary>
    public int Ranked => Card?.Ranked ?? (Table.Version is null && Table.Tiers.Count > 0
        ? Table.Tiers.Sum(tier => tier.Now ?? 0)
        : Table.Agencies.Count(agency => agency.Rank is not null));
}
