using DaNangDxIndex.Agencies;

namespace DaNangDxIndex.Scorecards;

public sealed class LineageChartTests
{
    private static readonly Agency[] All =
    [
        Make("one", "joined"), Make("two", "joined"), Make("joined", "part-a", "part-b"), Make("part-a"), Make("part-b"), Make("alone"),
    ];

    [Fact]
    public void What_it_came_from_stands_left_and_what_it_became_right_each_in_a_box_of_its_own()
    {
        var chart = LineageChart.Of("joined", All).ShouldNotBeNull();

        chart.Boxes.Select(box => (box.Agency.Code, box.Column)).ShouldBe(
            [("one", 0), ("two", 0), ("joined", 1), ("part-a", 2), ("part-b", 2)], ignoreOrder: true);
        chart.Boxes.Select(box => (box.Column, box.Row)).ShouldBeUnique();
        chart.Boxes.Single(box => box.IsOwn).Agency.Code.ShouldBe("joined");
        chart.Lines.Count.ShouldBe(4);
        chart.Lines.ShouldAllBe(line => line.From.Column < line.To.Column);
    }

    [Fact]
    public void Who_went_into_the_same_heir_and_came_out_of_the_same_origin_is_there_too()
    {
        LineageChart.Of("one", All).ShouldNotBeNull().Boxes.Select(box => box.Agency.Code).ShouldContain("two");
        LineageChart.Of("part-a", All).ShouldNotBeNull().Boxes.Select(box => box.Agency.Code).ShouldContain("part-b");
    }

    [Fact]
    public void Who_neither_came_from_another_nor_became_one_has_no_lineage()
    {
        LineageChart.Of("alone", All).ShouldBeNull();
        LineageChart.Of("unknown", All).ShouldBeNull();
        LineageChart.Of("a", [Make("a", "b"), Make("b", "a")]).ShouldNotBeNull().Boxes.Count.ShouldBe(2);
    }

    private static Agency Make(string code, params string[] successors) =>
        new Agency(code, "wards", assessed: true, parent: null, validFrom: null, validTo: null, gsoCode: null, verified: true)
            .Named(new(code, code), successors);
}
