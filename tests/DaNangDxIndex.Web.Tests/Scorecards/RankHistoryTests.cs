using DaNangDxIndex.Frame;
using System.Globalization;

namespace DaNangDxIndex.Scorecards;

public sealed class RankHistoryTests
{
    private static readonly RankHistory Chart = new("", ["2020", "2023", "2024"], [new("Hải Châu", [2, 1, 1])]) { Lowest = 5 };

    [Fact]
    public void Rank_1_stands_on_top_and_the_lowest_at_the_bottom() =>
        Chart.Y(1).ShouldBeLessThan(Chart.Y(5));

    [Fact]
    public void A_rank_below_the_lowest_stays_in_the_chart() =>
        Chart.Y(9).ShouldBe(Chart.Y(5));

    [Fact]
    public void The_line_lifts_where_a_year_has_no_rank()
    {
        Chart.Path(new("", [2, null, 1])).Count(step => step == 'M').ShouldBe(2);
        Chart.Path(new("", [2, 3, 1])).Count(step => step == 'L').ShouldBe(2);
    }

    [Fact]
    public void The_line_lifts_across_a_break_though_both_years_have_a_rank()
    {
        var broken = Chart with { Breaks = new Dictionary<int, string> { [1] = "Another index" } };
        broken.Path(Chart.Lines[0]).Count(step => step == 'M').ShouldBe(2);
        broken.XOfBreak(1).ShouldBeInRange(broken.X(0), broken.X(1));
    }

    [Fact]
    public void Lengths_never_take_the_decimal_comma()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        SvgLength.Percent(0.98064m).ShouldBe("98.06%");
        SvgLength.Percent(1.2m).ShouldBe("100%");
        Chart.Path(Chart.Lines[0]).ShouldNotContain(",");
    }
}
