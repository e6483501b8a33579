using System.Globalization;

namespace DaNangDxIndex.Text;

/// <summary>
/// Viet Nam's time, UTC+7 all the year round: the one place where a moment becomes a day and an hour, or a day a moment.
/// Languages are "vi" and "en".
/// </summary>
public static class VietNamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    public static DateTimeOffset At(DateOnly day, TimeOnly hour) => new(day.ToDateTime(hour), Offset);

    /// <summary>
    /// The first moment after the day. Deadlines are such moments: what ends with a day is open until then, and not at it.
    /// </summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>"17:05".</summary>
    public static string Hour(DateTimeOffset moment) => Of(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"17:05:09, 31/12/2026"; "17:05:09, 31 December 2026": where the order of what happened within a minute matters.</summary>
    public static string SecondAndDay(DateTimeOffset moment, string language) =>
        $"{Of(moment).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}, {Day(moment, language)}";

    /// <summary>"31/12/2026"; "31 December 2026".</summary>
    public static string Day(DateTimeOffset moment, string language) => Day(DayOf(moment), language);

    /// <summary>"31/12/2026"; "31 December 2026".</summary>
    public static string Day(DateOnly day, string language) =>
        day.ToString(language == "en" ? "d MMMM yyyy" : "dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>"17:05 ngày 31/12/2026"; "17:05 on 31 December 2026".</summary>
    public static string HourAndDay(DateTimeOffset moment, string language) =>
        $"{Hour(moment)} {(language == "en" ? "on" : "ngày")} {Day(moment, language)}";

    /// <summary>
    /// A moment before which something must be done, as people say it: what ends with the last of December ends at "23:59 ngày 31/12/2026",
    /// never at "00:00 ngày 01/01/2027".
    /// </summary>
    public static string Deadline(DateTimeOffset end, string language) =>
        HourAndDay(Of(end).TimeOfDay == TimeSpan.Zero ? end.AddMinutes(-1) : end, language);
}
