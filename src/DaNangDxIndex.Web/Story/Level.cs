using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Story;

/// <summary>One level of government beside the others: who leads it, how its tiers are filled, how its totals lie.</summary>
public sealed record Level(RankedTable Table)
{
    private readonly List<decimal> _totals = TotalsOf(Table);

    /// <summary>From the lowest; empty where only some were printed, since they would tell something else than all.</summary>
    public IReadOnlyList<decimal> Totals => _totals;

    /// <summary>The one in the middle, or half-way between the two; null where no total was published.</summary>
    public decimal? Median => _totals.Count == 0 ? null
        : _totals.Count % 2 == 1 ? _totals[_totals.Count / 2]
        : (_totals[(_totals.Count / 2) - 1] + _totals[_totals.Count / 2]) / 2;

    /// <summary>Those with the first rank; empty where more than three share it, as where ranks count inside each parent.</summary>
    public IReadOnlyList<RankedAgency> Leaders =>
        Table.Agencies.Where(line => line.Rank == 1).ToList() is { Count: <= 3 } leaders ? leaders : [];

    /// <summary>How many agencies it has: as ranked here, or as somebody counted them by tiers.</summary>
    public int Agencies => SizeOf(Table);

    /// <summary>Some total, rank or tier of it is made for demonstration.</summary>
    public bool Illustrative => Table.Agencies.Any(IsMadeUp);

    /// <summary>On one scale for all levels, so that they can be set side by side; null where no total was published.</summary>
    public Distribution? Spread(IReadOnlyCollection<decimal> all) => Distribution.Of(
        Table.Scale.Round(4), _totals,
        Table.Tiers.Where(tier => tier.From is not null).Select(tier => new Distribution.Bound(
            StandingsOnPage.MarkOf(tier), (tier.From ?? 0).Round(4), "")),
        beside: all);

    private static List<decimal> TotalsOf(RankedTable table)
    {
        List<decimal> known = [.. table.Agencies.Select(line => NumberText.Value(line.Total)).OfType<decimal>().Order()];
        return table.Version is null && known.Count < SizeOf(table) ? [] : known;
    }

    private static int SizeOf(RankedTable table) => Math.Max(table.Agencies.Count, table.Tiers.Sum(tier => tier.Now ?? 0));

    public static bool IsMadeUp(RankedAgency line) => (line.TierFrom ?? line.TotalFrom) is { } from
        ? from == Provenance.Illustrative
        : line.Illustrative;
}

/// <summary>A district with the agencies under it: its own result one level up, and theirs.</summary>
/// <param name="Own">Its line in the table of its own level; null where it is not assessed.</param>
/// <param name="Under">In the order of their table.</param>
public sealed record District(
    string Code, Bilingual Name, RankedTable? OwnTable, RankedAgency? Own, RankedTable Table, IReadOnlyList<RankedAgency> Under)
{
    public IReadOnlyList<(RankedTier Tier, int Count)> Tiers =>
        [.. Table.Tiers.Select(tier => (tier, Under.Count(line => line.Tier == tier.Code)))];

    /// <summary>The first of its agencies in the order of ranks.</summary>
    public RankedAgency? First => Under.FirstOrDefault(line => line.Rank is not null);

    /// <summary>Every district that somebody of the tables stands under, by its name.</summary>
    public static IReadOnlyList<District> Of(IReadOnlyList<RankedTable> tables) =>
    [
        .. (
           from table in tables
           from under in table.Agencies.Where(line => line.Parent is not null)
               .GroupBy(line => line.Parent ?? "", StringComparer.Ordinal)
           let own = tables.SelectMany(other => other.Agencies, (other, line) => (Table: other, Line: line))
               .FirstOrDefault(row => row.Line.Code == under.Key)
           let name = under.First().ParentName ?? new Bilingual(under.Key, under.Key)
           select new District(under.Key, name, own.Table, own.Line, table, [.. under]))
           .OrderBy(district => district.Name.Vi, VietnameseOrder.Names),
    ];
}
