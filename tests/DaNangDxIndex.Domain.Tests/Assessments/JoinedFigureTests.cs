using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>What figures of agencies that became one come to.</summary>
public class JoinedFigureTests
{
    [Fact]
    public void Counts_are_added_and_what_is_not_known_is_counted() =>
        JoinedFigure.Sum(Make(FigureKind.Count), [FigureValue.Of(12), null, FigureValue.Of(7)]).ShouldBe(new(FigureValue.Of(19), 2, 3));

    [Theory]
    [InlineData(FigureKind.Percent)]
    [InlineData(FigureKind.Number)]
    [InlineData(FigureKind.YesNo)]
    public void What_means_something_else_for_each_cannot_be_added(FigureKind kind) =>
        JoinedFigure.Sum(Make(kind), [FigureValue.Of(1), FigureValue.Of(1)]).ShouldBe(new(null, 2, 2));

    [Fact]
    public void A_blank_is_not_zero() => JoinedFigure.Sum(Make(FigureKind.Count), [null, null]).ShouldBe(new(null, 0, 2));

    [Fact]
    public void An_offer_is_the_heirs_own_value_with_those_of_the_others()
    {
        var offer = new JoinedOffer(Make(FigureKind.Count), [(new("A", "A"), FigureValue.Of(12)), (new("B", "B"), FigureValue.Of(7))],
            FigureValue.Of(30), false);

        offer.Sum.ShouldBe(FigureValue.Of(49));
        offer.IsOrphaned.ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_added_is_orphaned_until_the_heir_states_it()
    {
        var offer = new JoinedOffer(Make(FigureKind.Percent), [(new("A", "A"), FigureValue.Of(98))], null, false);

        offer.IsOrphaned.ShouldBeTrue();
        (offer with { IsSettled = true }).IsOrphaned.ShouldBeFalse();
    }

    private static Figure Make(FigureKind kind) => new() { Code = "f", Name = new("f", "f"), Kind = kind };
}
