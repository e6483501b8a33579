using DaNangDxIndex.Criteria;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Ranking;

public sealed class StandingsTests
{
    private static readonly Method Plain = new() { Scale = 100, Tiers = [new Tier("all", new Bilingual("Tất cả", "All"), 0)] };

    [Fact]
    public void Ties_share_a_rank_and_the_next_one_is_skipped() =>
        Ranks(Plain, Of("a", 90), Of("b", 80), Of("c", 80), Of("d", 70)).ShouldBe(["a 1", "b 2", "c 2", "d 4"]);

    [Fact]
    public void Dense_ranking_skips_nothing() =>
        Ranks(Plain with { Ranking = RankingMethod.Dense }, Of("a", 90), Of("b", 80), Of("c", 80), Of("d", 70))
            .ShouldBe(["a 1", "b 2", "c 2", "d 3"]);

    [Fact]
    public void Tie_keys_part_equal_totals_in_their_order() =>
        Ranks(Plain, Of("a", 80) with { TieKeys = [5, 1] }, Of("b", 80) with { TieKeys = [5, 2] }, Of("c", 80) with { TieKeys = [5, 2] })
            .ShouldBe(["b 1", "c 1", "a 3"]);

    [Fact]
    public void Who_is_not_ranked_stands_last_and_takes_no_place() =>
        Ranks(Plain, Of("a", 99) with { Ranked = false }, Of("b", 80), Of("c", 70)).ShouldBe(["b 1", "c 2", "a –"]);

    [Fact]
    public void Communes_are_ranked_inside_their_district_where_the_method_says_so() =>
        Ranks(Plain with { Within = RankedWithin.Parent }, Of("a", 99, "y"), Of("b", 80, "x"), Of("c", 70, "y"), Of("d", 80, "x"))
            .ShouldBe(["b 1", "d 1", "a 1", "c 2"]);

    [Fact]
    public void Every_rank_is_one_more_than_the_number_of_better_agencies() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var contenders = Enumerable.Range(0, 12).Select(i => Of($"g{i}", random.Next(5) * 10m) with { Ranked = i % 5 > 0 }).ToList();
        var ranked = Standings.Rank(Plain, contenders).Where(standing => standing.Rank is not null).ToList();
        var dense = Standings.Rank(Plain with { Ranking = RankingMethod.Dense }, contenders)
            .Where(standing => standing.Rank is not null).ToList();
        return ranked.All(standing => standing.Rank == 1 + ranked.Count(other => other.Total > standing.Total))
            && dense.All(standing => standing.Rank
                == 1 + dense.Where(other => other.Total > standing.Total).Select(other => other.Total).Distinct().Count());
    }).QuickCheckThrowOnFailure();

    private static Contender Of(string agency, decimal total, string? parent = null) => new(agency, parent, total, "all", true, []);

    private static IEnumerable<string> Ranks(Method method, params Contender[] contenders) =>
        Standings.Rank(method, contenders)
            .Select(standing => $"{standing.Agency} {standing.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"}");
}
