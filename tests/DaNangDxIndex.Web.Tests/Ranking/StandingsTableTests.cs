using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Http;

namespace DaNangDxIndex.Ranking;

public sealed class StandingsTableTests
{
    private static readonly TierMark Good = new("Tốt", 1, 2);
    private static readonly TierMark Fair = new("Khá", 2, 2);

    private static readonly StandingsTable Table = new("", 100, [new(Good, 80, "80"), new(Fair, 0, "0")],
        [Row("A", Good), Row("B", Good), Row("C", Fair), Row("D", null)]);

    [Fact]
    public void In_the_order_of_ranks_a_line_stands_where_the_tier_changes()
    {
        Table.Sections.Select(section => section.Rows.Count).ShouldBe([2, 1, 1]);
        Table.Sections.Select(section => section.Bound?.Tier.Name).ShouldBe(["Tốt", "Khá", null]);
    }

    [Fact]
    public void In_any_other_order_there_are_no_tier_lines() =>
        (Table with { Sort = "agency" }).Sections.ShouldHaveSingleItem().Bound.ShouldBeNull();

    [Fact]
    public void The_best_tier_fills_every_step_of_its_shape_and_the_last_one_a_single_step()
    {
        Good.Steps.ShouldBe(2);
        Fair.Steps.ShouldBe(1);
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
