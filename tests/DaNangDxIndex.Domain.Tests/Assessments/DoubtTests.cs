using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

public class DoubtTests
{
    [Theory]
    [InlineData(100, 101, true)]
    [InlineData(100, 100, false)]
    [InlineData(0, 1, true)]
    public void A_part_above_its_whole_is_doubted(int received, int online, bool doubted) =>
        Doubt.About(SmallSet.Of(), Values(("received", received), ("online", online)))
            .Select(doubt => doubt.Of.ToString()).ShouldBe(doubted ? ["online / received"] : []);

    [Fact]
    public void A_blank_is_not_doubted() => Doubt.About(SmallSet.Of(), Values(("online", 5))).ShouldBeEmpty();

    [Fact]
    public void Figures_of_different_units_are_no_part_and_whole()
    {
        var set = SmallSet.Of();
        var staff = set with { Figures = [.. set.Figures.Select(
            figure => figure.Code == "received" ? figure with { Unit = new("người", "people") } : figure)] };

        Doubt.About(staff, Values(("received", 10), ("online", 12))).ShouldBeEmpty();
    }

    private static Dictionary<string, FigureValue> Values(params (string Code, int Value)[] values) =>
        values.ToDictionary(value => value.Code, value => FigureValue.Of(value.Value), StringComparer.Ordinal);
}
