using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Appraisal;

public sealed class PairTests
{
    private static readonly Actor First = Person(Role.Appraiser);
    private static readonly Actor Second = Person(Role.Appraiser);
    private static readonly Actor Lead = Person(Role.LeadAppraiser);

    [Fact]
    public void Nobody_sees_the_other_until_both_stand()
    {
        var reading = Reading(First, 5);
        Pair(reading).SeenBy(First).ShouldBe([reading]);
        Pair(reading).SeenBy(Second).ShouldBeEmpty();
        Pair(reading).SeenBy(Lead).ShouldBeEmpty();
        var other = Reading(Second, 5, minutes: 1);
        Pair(other, reading).SeenBy(First).ShouldBe([reading, other]);
    }

    [Fact]
    public void It_waits_for_whoever_has_not_read_it_and_a_difference_for_the_lead()
    {
        var (reading, other) = (Reading(First, 5), Reading(Second, 4));
        (Pair().WaitsFor(First), Pair(reading).WaitsFor(First), Pair(reading).WaitsFor(Second)).ShouldBe((true, false, true));
        var both = Pair(reading, other);
        (both.Differs, both.WaitsFor(First), both.WaitsFor(Lead)).ShouldBe((true, false, true));
        both.Refusal(First).ShouldNotBeNull().Code.ShouldBe("pair.for-the-lead");
        both.Refusal(Lead).ShouldBeNull();
        Pair(reading, Reading(Second, 5)).IsAgreed.ShouldBeTrue();
    }

    [Fact]
    public void What_was_given_for_other_figures_does_not_stand()
    {
        var old = Reading(First, 5, grounds: "a=1");
        Pair(old, Reading(Second, 5)).IsRead.ShouldBeFalse();
        Pair(old).WaitsFor(First).ShouldBeTrue();
    }

    [Fact]
    public void Whoever_settles_has_seen_both()
    {
        var (reading, other) = (Reading(First, 5), Reading(Second, 4));
        Pair(reading).VersionFor(Lead).ShouldBe(0);
        Pair(reading).VersionFor(First).ShouldBe(1);
        Pair(reading, other).VersionFor(Lead).ShouldBe(-2);
    }

    [Fact]
    public void Agreement_goes_by_bands_of_the_share_and_not_applicable_lies_apart()
    {
        var (some, more, none) = (Reading(First, 3), Reading(Second, 6), Reading(Second, null));
        Agreement.Of([(some, more), (some, Reading(Second, 3)), (more, Reading(First, 6))]).ShouldBe(new(3, 2, Fraction.Parse("2/5")));
        Agreement.Of([(some, none), (more, more)]).Kappa.ShouldNotBeNull().ShouldBeLessThan(Fraction.One);
        Agreement.Of([]).ShouldBe(new(0, 0, null));
    }

    private static Pair Pair(params Reading[] readings) => new("a", "A.1", readings, "now");

    /// <param name="points">Of ten; null for "not applicable".</param>
    private static Reading Reading(Actor by, int? points, string grounds = "now", int minutes = 0)
    {
        var verdict = new Verdict(2025, "a", "A.1", 1);
        if (points is { } given)
            verdict.SetPoints(given, 10, ReasonCode.Other, "Vì", by.Account, DateTimeOffset.UnixEpoch.AddMinutes(minutes));
        else
            verdict.FindNotApplicable(ReasonCode.Other, "Vì", by.Account, DateTimeOffset.UnixEpoch.AddMinutes(minutes));
        var reading = new Reading(2025, "a", "A.1", by.Account);
        reading.Take(verdict, points is { } share ? (Fraction)(long)share / 10 : null, grounds);
        return reading;
    }

    private static Actor Person(Role role) => new(Guid.NewGuid(), "", new HashSet<Role> { role }, "elsewhere");
}
