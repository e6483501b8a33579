using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

public sealed class LateActTests
{
    private static readonly DateTimeOffset Closes = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    private static readonly Calendar TwoRounds = new()
    {
        Rounds = 2, EntryClosesAt = Closes, AppraisalEndsOn = new(2026, 2, 1), RepliesEndOn = new(2026, 2, 10),
        ReviewEndsOn = new(2026, 2, 20),
    };

    [Fact]
    public void The_moment_of_the_deadline_is_late()
    {
        Find("figure.declare", Closes.AddTicks(-1)).ShouldBeNull();
        Find("figure.declare", Closes).ShouldNotBeNull().Of.ShouldBe(LateAct.Phase.Entry);
    }

    [Fact]
    public void What_came_within_an_agencys_own_deadline_or_while_given_back_is_late_by_leave()
    {
        var later = Closes.AddDays(3);
        LateAct.Find("figure.declare", later, TwoRounds, later.AddTicks(1), null).ShouldNotBeNull().By.ShouldBe(LateAct.Leave.Extended);
        LateAct.Find("figure.declare", later, TwoRounds, later, null).ShouldNotBeNull().By.ShouldBe(LateAct.Leave.None);
        LateAct.Find("figure.declare", later, TwoRounds, null, later.AddDays(1)).ShouldNotBeNull().By.ShouldBe(LateAct.Leave.GivenBack);
        Find("evidence.attach-later", later).ShouldNotBeNull().By.ShouldBe(LateAct.Leave.AddedLater);
    }

    [Fact]
    public void An_act_is_told_under_the_last_deadline_that_it_has_missed()
    {
        Find("evidence.attach-later", Closes.AddDays(1)).ShouldNotBeNull().Of.ShouldBe(LateAct.Phase.Entry);
        Find("evidence.attach-later", VietNamTime.EndOf(new(2026, 2, 10)))
            .ShouldBe(new(LateAct.Phase.Replies, VietNamTime.EndOf(new(2026, 2, 10)), LateAct.Leave.None));
        Find("verdict.decide", Closes.AddDays(1)).ShouldBeNull();
        Find("verdict.decide", VietNamTime.EndOf(new(2026, 2, 20))).ShouldNotBeNull().Of.ShouldBe(LateAct.Phase.Appraisal);
    }

    [Fact]
    public void With_one_round_the_appraisal_closes_the_decisions_and_there_are_no_replies()
    {
        var calendar = TwoRounds with { Rounds = 1, RepliesEndOn = null, ReviewEndsOn = null };
        LateAct.Find("verdict.decide", VietNamTime.EndOf(new(2026, 2, 1)), calendar, null, null).ShouldNotBeNull();
        LateAct.DeadlineOf(LateAct.Phase.Replies, calendar).ShouldBeNull();
    }

    [Fact]
    public void Where_the_calendar_names_no_day_nothing_is_late() =>
        LateAct.Find("figure.declare", Closes.AddYears(9), Calendar.Empty, null, null).ShouldBeNull();

    private static LateAct? Find(string verb, DateTimeOffset at) => LateAct.Find(verb, at, TwoRounds, null, null);
}
