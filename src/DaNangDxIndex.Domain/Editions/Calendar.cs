using DaNangDxIndex.Text;

namespace DaNangDxIndex.Editions;

/// <summary>A day of the calendar, as the form and its faults name it.</summary>
public enum CalendarDay
{
    EntryOpens,
    EntryCloses,
    AppraisalEnds,
    RepliesEnd,
    ReviewEnds,
    Publishes,
    Reminders,
    Reviews,
}

/// <summary>
/// When the stages of an edition begin and end. A day that is not known yet is null; an edition opens only with all of them. Moving on is
/// an act of the office, so only the ends of entry and of replies bind by themselves.
/// </summary>
public sealed record Calendar
{
    /// <summary>Days before the end of entry on which those who have not submitted are reminded.</summary>
    public const int MostReminders = 5;

    public const int EarliestReminder = 90;

    public const int UsualReviewDays = 15;

    public const int MostReviewDays = 90;

    public static Calendar Empty { get; } = new();

    /// <summary>1 or 2 rounds of appraisal; the second, and the replies before it, have days of their own.</summary>
    public int Rounds { get; init; } = 1;

    public DateOnly? EntryOpensOn { get; init; }

    /// <summary>End of entry, exclusive.</summary>
    public DateTimeOffset? EntryClosesAt { get; init; }

    public DateOnly? AppraisalEndsOn { get; init; }

    /// <summary>The last day on which agencies reply to the first appraisal; null with one round.</summary>
    public DateOnly? RepliesEndOn { get; init; }

    /// <summary>The last day of the second appraisal; null with one round.</summary>
    public DateOnly? ReviewEndsOn { get; init; }

    /// <summary>The day on which publication is planned.</summary>
    public DateOnly? PublishesOn { get; init; }

    /// <summary>How many days before the last day of entry a reminder is due, the earliest first: 14, 7, 1.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [];

    /// <summary>For how many days after publication agencies may ask for a review; 0: no requests are taken.</summary>
    public int ReviewDays { get; init; } = UsualReviewDays;

    /// <summary>The last day on which something can be entered.</summary>
    public DateOnly? EntryClosesOn => EntryClosesAt is { } end ? VietNamTime.DayOf(end.AddTicks(-1)) : null;

    /// <summary>End of replies, exclusive.</summary>
    public DateTimeOffset? RepliesCloseAt => RepliesEndOn is { } day ? VietNamTime.EndOf(day).ToUniversalTime() : null;

    public IReadOnlyList<CalendarDay> Missing => [.. Days.Where(day => day.On is null).Select(day => day.Name)];

    /// <summary>The reminders as days, the earliest first.</summary>
    public IReadOnlyList<DateOnly> Reminders =>
        EntryClosesOn is { } last ? [.. ReminderDays.OrderDescending().Select(before => last.AddDays(-before))] : [];

    /// <summary>What holds this calendar up, each beside its day; empty where it may be stored.</summary>
    /// <param name="year">The year that is assessed.</param>
    public IReadOnlyList<(CalendarDay Day, Bilingual Sentence)> Faults(int year)
    {
        var faults = new List<(CalendarDay, Bilingual)>();
        DateOnly? before = null;
        foreach (var (name, on) in Days)
        {
            if (on is not { } day)
                continue;
            if (day.Year < year || day.Year > year + 2)
                faults.Add((name, OutsideTheYears(year)));
            else if (before is { } earlier && day <= earlier)
                faults.Add((name, NotAfter(earlier)));
            before = day > (before ?? DateOnly.MinValue) ? day : before;
        }

        if (ReminderDays.Count > MostReminders || ReminderDays.Any(days => days is < 1 or > EarliestReminder)
            || ReminderDays.Distinct().Count() != ReminderDays.Count)
            faults.Add((CalendarDay.Reminders, WrongReminders));
        if (ReviewDays is < 0 or > MostReviewDays)
            faults.Add((CalendarDay.Reviews, WrongReviews));
        return faults;
    }

    /// <summary>Days that fall on a weekend: said, not forbidden.</summary>
    public IReadOnlyList<Bilingual> Weekends() =>
    [
        .. Days.Select(day => day.On).OfType<DateOnly>()
            .Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).Select(day => new Bilingual(
                $"Ngày {VietNamTime.Day(day, "vi")} là {(day.DayOfWeek == DayOfWeek.Saturday ? "thứ Bảy" : "Chủ nhật")}.",
                $"{VietNamTime.Day(day, "en")} is a {day.DayOfWeek}.")),
    ];

    public bool SameDays(Calendar other) =>
        (Rounds, EntryClosesAt, ReviewDays) == (other.Rounds, other.EntryClosesAt, other.ReviewDays) && Days.SequenceEqual(other.Days)
        && ReminderDays.SequenceEqual(other.ReminderDays);

    /// <summary>The same days some years later.</summary>
    public Calendar Shifted(int years) => this with
    {
        EntryOpensOn = EntryOpensOn?.AddYears(years),
        EntryClosesAt = EntryClosesAt is { } end ? VietNamTime.Of(end).AddYears(years).ToUniversalTime() : null,
        AppraisalEndsOn = AppraisalEndsOn?.AddYears(years),
        RepliesEndOn = RepliesEndOn?.AddYears(years),
        ReviewEndsOn = ReviewEndsOn?.AddYears(years),
        PublishesOn = PublishesOn?.AddYears(years),
    };

    private IEnumerable<(CalendarDay Name, DateOnly? On)> Days =>
    [
        (CalendarDay.EntryOpens, EntryOpensOn), (CalendarDay.EntryCloses, EntryClosesOn), (CalendarDay.AppraisalEnds, AppraisalEndsOn),
        .. Rounds == 1 ? Array.Empty<(CalendarDay, DateOnly?)>()
            : [(CalendarDay.RepliesEnd, RepliesEndOn), (CalendarDay.ReviewEnds, ReviewEndsOn)],
        (CalendarDay.Publishes, PublishesOn),
    ];

    private static Bilingual WrongReviews => new(
        $"Nhập số ngày từ 0 đến {MostReviewDays}; 0 là không nhận đề nghị phúc tra.",
        $"Enter a number of days from 0 to {MostReviewDays}; 0 takes no requests.");

    private static Bilingual OutsideTheYears(int year) => new(
        $"Ngày phải trong các năm từ {year} đến {year + 2}.", $"The day must be in the years {year} to {year + 2}.");

    private static Bilingual NotAfter(DateOnly earlier) => new(
        $"Ngày phải sau mốc trước đó ({VietNamTime.Day(earlier, "vi")}).",
        $"The day must be after the one before it ({VietNamTime.Day(earlier, "en")}).");

    private static Bilingual WrongReminders => new(
        $"Nhập nhiều nhất {MostReminders} số ngày khác nhau, mỗi số từ 1 đến {EarliestReminder}, cách nhau bằng dấu phẩy. Ví dụ: 14, 7, 1.",
        $"Enter at most {MostReminders} different numbers of days, each from 1 to {EarliestReminder}, with commas between them. "
        + "For instance: 14, 7, 1.");
}
