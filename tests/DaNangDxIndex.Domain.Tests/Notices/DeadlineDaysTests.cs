using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Notices;

/// <summary>Which notice of a deadline is due on a day.</summary>
public class DeadlineDaysTests
{
    private static readonly DateTimeOffset Closes = VietNamTime.EndOf(new(2025, 12, 31));

    [Theory]
    [InlineData(23, null, null)]
    [InlineData(24, 7, 7)]
    [InlineData(25, 7, 6)]
    [InlineData(28, 3, 3)]
    [InlineData(30, 1, 1)]
    [InlineData(31, 1, 0)]
    public void It_is_the_nearest_one_that_has_come_and_says_how_many_days_are_really_left(int day, int? notice, int? left)
    {
        var due = DeadlineDays.Due(Edition([]), Closes, new(2025, 12, day, 8, 0, 0, TimeSpan.FromHours(7)));

        (due?.Notice, due?.Left).ShouldBe((notice, left));
    }

    [Fact]
    public void After_the_deadline_there_is_none() => DeadlineDays.Due(Edition([]), Closes, Closes).ShouldBeNull();

    [Fact]
    public void Days_of_the_calendar_take_the_place_of_the_usual_ones()
    {
        var now = new DateTimeOffset(2025, 12, 20, 8, 0, 0, TimeSpan.FromHours(7));

        DeadlineDays.Due(Edition([14, 2]), Closes, now).ShouldBe((14, 11));
        DeadlineDays.Due(Edition([10, 2]), Closes, now).ShouldBeNull();
    }

    private static Edition Edition(IReadOnlyList<int> days)
    {
        var edition = new Edition(2025, EditionStage.Open, 1, new(2025, 12, 31));
        edition.Take(new() { EntryClosesAt = Closes, ReminderDays = days });
        return edition;
    }
}
