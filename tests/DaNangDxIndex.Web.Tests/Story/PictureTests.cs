using DaNangDxIndex.Criteria;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scorecards;

namespace DaNangDxIndex.Story;

/// <summary>Where things stand in the pictures: bounds, ties, missing years.</summary>
public sealed class PictureTests
{
    private static readonly TierMark Good = new("Tốt", 1, 2);
    private static readonly TierMark Average = new("Trung bình", 2, 2);

    [Fact]
    public void Every_total_is_counted_once_and_bins_leave_no_gap()
    {
        decimal[] totals = [61.25m, 62.5m, 62.49m, 80, 97.5m, 100, 100];
        var picture = Distribution.Of(100, totals, []).ShouldNotBeNull();

        picture.Bins.Sum(bin => bin.Count).ShouldBe(totals.Length);
        (picture.From, picture.To, picture.Bins[0].From, picture.Bins[^1].To).ShouldBe((60, 100, 60, 100));
        picture.Bins.Zip(picture.Bins.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
        picture.Bins.Where(bin => bin.Count > 0).Select(bin => (bin.From, bin.Count)).ShouldBe([(60, 2), (62.5m, 1), (80, 1), (97.5m, 3)]);
    }

    [Fact]
    public void Equal_totals_stand_in_one_column()
    {
        var picture = Distribution.Of(100, [100, 100, 100], []).ShouldNotBeNull();
        (picture.From, picture.Most, picture.X(100)).ShouldBe((90, 3, 1));
    }

    [Fact]
    public void A_total_above_the_scale_widens_the_picture_and_no_place_lies_outside()
    {
        var picture = Distribution.Of(100, [70, 104.2m], []).ShouldNotBeNull();
        picture.To.ShouldBe(110);
        picture.X(0).ShouldBe(0);
        picture.X(999).ShouldBe(1);
        picture.X(104.2m).ShouldBeInRange(0.8m, 0.9m);
    }

    [Fact]
    public void Bounds_are_drawn_where_they_lie_inside()
    {
        Distribution.Bound[] bounds = [new(Good, 80, "80"), new(Average, 0, "0")];
        Distribution.Of(100, [75, 85], bounds).ShouldNotBeNull().Bounds.Select(bound => bound.At).ShouldBe([80]);
        Distribution.Of(100, [], bounds).ShouldBeNull();
    }

    [Fact]
    public void A_year_is_a_strip_without_gaps_and_one_with_an_unknown_count_is_none()
    {
        var year = new TierYears.Year(2024, [(Good, 3), (Average, 1)], null);
        year.Segments.Select(segment => (segment.X, segment.Width)).ShouldBe([(0, 0.75m), (0.75m, 0.25m)]);
        new TierYears.Year(2023, [(Good, 3), (Average, null)], null).Segments.ShouldBeEmpty();
        new TierYears.Year(2022, [], null).Segments.ShouldBeEmpty();
    }

    [Fact]
    public void The_middle_of_a_component_is_between_two_where_their_number_is_even()
    {
        var component = new Component { Code = "A", Name = new("A", "A"), Criteria = [] };
        new ComponentSpread(component, [0.2m, 0.4m, 1], null).Median.ShouldBe(0.4m);
        new ComponentSpread(component, [0.2m, 0.4m], null).Median.ShouldBe(0.3m);
        new ComponentSpread(component, [], null).Median.ShouldBeNull();
    }

    [Fact]
    public void Gains_go_to_the_right_of_zero_and_losses_to_the_left()
    {
        var bars = new ImprovementBars([Gained("a", 6), Gained("b", 0), Gained("c", -2)]);

        bars.Zero.ShouldBe(0.25m);
        bars.Lines.Select(bars.Bar).ShouldBe([(0.25m, 0.75m), (0.25m, 0), (0, 0.25m)]);
        new ImprovementBars([Gained("a", 0)]).Bar(Gained("a", 0)).ShouldBe((0, 0));
    }

    [Fact]
    public void Who_shares_the_last_rank_shares_a_label_and_who_has_none_bears_none()
    {
        var chart = new RankHistory("", ["2023", "2024"], [new("A", [1, 2]), new("B", [2, 2]) { Highlighted = true }, new("C", [3, null])]);

        chart.Labels.ShouldBe([(2, "B, A", true)]);
        (chart with { Longest = 3 }).Labels.Single().Names.ShouldBe("B,…");
    }

    private static LikeForLike Gained(string agency, int points) => new(agency, [], points, points, 0, 0, 1);
}
