using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Http;

namespace DaNangDxIndex.Ranking;

public sealed class StandingsTableTests
{
    private static readonly TierMark s_good = new("Tốt", 1, 2);
    private static readonly TierMark s_fair = new("Khá", 2, 2);

    private static readonly StandingsTable s_table = new("", 100, [new(s_good, 80, "80"), new(s_fair, 0, "0")],
        [Row("A", s_good), Row("B", s_good), Row("C", s_fair), Row("D", null)]);

    [Fact]
    public void In_the_order_of_ranks_a_line_stands_where_the_tier_changes()
    {
        s_table.Sections.Select(section => section.Rows.Count).ShouldBe([2, 1, 1]);
        s_table.Sections.Select(section => section.Bound?.Tier.Name).ShouldBe(["Tốt", "Khá", null]);
    }

    [Fact]
    public void In_any_other_order_there_are_no_tier_lines() =>
        (s_table with { Sort = "agency" }).Sections.ShouldHaveSingleItem().Bound.ShouldBeNull();

    [Fact]
    public void The_best_tier_fills_every_step_of_its_shape_and_the_last_one_a_single_step()
    {
        s_good.Steps.ShouldBe(2);
        s_fair.Steps.ShouldBe(1);
    }

    [Fact]
    public void A_changed_query_keeps_the_rest_of_the_address()
    {
        var request = new DefaultHttpContext().Request;
        request.PathBase = "/da-nang/vi";
        request.Path = "/editions/2024";
        request.QueryString = new("?group=wards&sort=rank&q=H%C3%B2a");
        AddressWith.Query(request, ("sort", "total"), ("dir", "desc"))
            .ShouldBe("/da-nang/vi/editions/2024?group=wards&q=H%C3%B2a&sort=total&dir=desc");
        AddressWith.Query(request, ("q", null)).ShouldBe("/da-nang/vi/editions/2024?group=wards&sort=rank");
    }

    private static StandingsTable.Row Row(string agency, TierMark? tier) => new(null, agency, "#", null, null, tier, new(null));
}
