using DaNangDxIndex.Text;

namespace DaNangDxIndex.Editions;

public class CalendarTests
{
    private static readonly Calendar Whole = new()
    {
        EntryOpensOn = new(2026, 1, 5),
        EntryClosesAt = VietNamTime.At(new(2026, 2, 13), new(17, 0)),
        AppraisalEndsOn = new(2026, 3, 20),
        PublishesOn = new(2026, 4, 10),
        ReminderDays = [14, 7, 1],
    };

    [Fact]
    public void One_whose_days_follow_each_other_holds_and_tells_its_reminders()
    {
        Whole.Faults(2025).ShouldBeEmpty();
        Whole.Missing.ShouldBeEmpty();
        Whole.Reminders.ShouldBe([new(2026, 1, 30), new(2026, 2, 6), new(2026, 2, 12)]);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_each_beside_its_day()
    {
        var wrong = Whole with { EntryOpensOn = new(2024, 1, 5), AppraisalEndsOn = new(2026, 2, 13), PublishesOn = new(2026, 1, 1),
            ReminderDays = [7, 7] };

        wrong.Faults(2025).Select(fault => fault.Day).ShouldBe(
            [CalendarDay.EntryOpens, CalendarDay.AppraisalEnds, CalendarDay.Publishes, CalendarDay.Reminders]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(91)]
    public void A_reminder_is_one_to_ninety_days_before(int days) =>
        (Whole with { ReminderDays = [days] }).Faults(2025).ShouldHaveSingleItem().Sentence.Vi.ShouldContain("từ 1 đến 90");

    [Fact]
    public void A_day_that_ends_at_midnight_is_the_day_before() =>
        new Calendar { EntryClosesAt = VietNamTime.EndOf(new(2026, 2, 13)) }.EntryClosesOn.ShouldBe(new(2026, 2, 13));

    [Fact]
    public void Weekends_are_said_and_not_forbidden()
    {
        var onSunday = Whole with { PublishesOn = new(2026, 4, 12) };

        onSunday.Faults(2025).ShouldBeEmpty();
        onSunday.Weekends().ShouldHaveSingleItem().Vi.ShouldBe("Ngày 12/04/2026 là Chủ nhật.");
    }

    [Fact]
    public void A_year_later_the_days_are_the_same_and_the_hour_too()
    {
        var later = Whole.Shifted(1);

        (later.EntryOpensOn, later.PublishesOn).ShouldBe((new DateOnly(2027, 1, 5), new DateOnly(2027, 4, 10)));
        VietNamTime.HourAndDay(later.EntryClosesAt.GetValueOrDefault(), "vi").ShouldBe("17:00 ngày 13/02/2027");
        later.ReminderDays.ShouldBe([14, 7, 1]);
    }

    [Fact]
    public void A_second_round_has_two_more_days_in_their_order()
    {
        var two = Whole with { Rounds = 2 };
        two.Missing.ShouldBe([CalendarDay.RepliesEnd, CalendarDay.ReviewEnds]);
        var whole = two with { RepliesEndOn = new(2026, 3, 27), ReviewEndsOn = new(2026, 4, 3) };
        whole.Missing.ShouldBeEmpty();
        whole.Faults(2025).ShouldBeEmpty();
        (whole with { RepliesEndOn = new(2026, 3, 20) }).Faults(2025).Select(fault => fault.Day).ShouldBe([CalendarDay.RepliesEnd]);
        whole.RepliesCloseAt.ShouldBe(VietNamTime.EndOf(new(2026, 3, 27)));
        whole.SameDays(whole with { ReviewEndsOn = new(2026, 4, 6) }).ShouldBeFalse();
    }
}
