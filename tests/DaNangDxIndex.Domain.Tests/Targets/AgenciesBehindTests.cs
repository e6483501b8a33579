using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Targets;

public sealed class AgenciesBehindTests
{
    [Fact]
    public void Agencies_stand_by_their_shares_and_the_group_by_the_sum_of_its_figures()
    {
        var behind = Behind().ShouldNotBeNull();

        behind.Agencies.Select(agency => (agency.Agency, agency.Share)).ShouldBe(
            [("hai-chau", Fraction.Of(1, 2)), ("hoa-vang", Fraction.Of(1, 3)), ("hoang-sa", null)]);
        behind.Share.ShouldBe(Fraction.Of(501, 1003));
        (behind.Reporting, behind.Reaching(At(50)), behind.Reaching(At(50.0001m))).ShouldBe((2, 1, 0));
        behind.Reaching(At(40, TargetBound.Most)).ShouldBe(1);
    }

    [Fact]
    public void One_made_figure_makes_a_share_a_made_one()
    {
        var behind = Behind().ShouldNotBeNull();

        behind.Illustrative.ShouldBeTrue();
        behind.Agencies[0].From.ShouldBe(Provenance.Illustrative);
    }

    [Fact]
    public void Of_a_count_each_agency_brings_its_part_and_a_blank_is_not_zero()
    {
        var behind = AgenciesBehind.Of(SampleEdition.Of().Groups[0], "online", null).ShouldNotBeNull();

        behind.Agencies.Select(agency => (agency.Agency, agency.HasPart, agency.Part)).ShouldBe(
            [("hai-chau", true, (Fraction)500), ("hoa-vang", true, (Fraction)1), ("hoang-sa", false, (Fraction)0)]);
        (behind.Sum, behind.Share, behind.Reporting, behind.Agencies.Count).ShouldBe(((Fraction)501, null, 2, 3));
        Behind().ShouldNotBeNull().Sum.ShouldBeNull();
    }

    [Fact]
    public void A_group_whose_criteria_do_not_hold_both_figures_has_nobody_behind_it() =>
        AgenciesBehind.Of(SampleEdition.Of().Groups[0], "online", "households").ShouldBeNull();

    private static Target At(decimal percent, TargetBound bound = TargetBound.Least) => new(
        new(new PrintedFigure(1, 2025, PrintedKind.Target, null, null, null, "paper").Counting(null, null, percent).Bounded(bound, null),
            new Source("paper", null), null),
        new(2025, null), []);

    private static AgenciesBehind? Behind() => AgenciesBehind.Of(SampleEdition.Of().Groups[0], "online", "received");
}
