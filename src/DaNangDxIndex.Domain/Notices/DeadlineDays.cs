using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Notices;

/// <summary>On which days before a deadline its notice is due.</summary>
public static class DeadlineDays
{
    /// <summary>Where the calendar of the edition names none.</summary>
    public static IReadOnlyList<int> Usual { get; } = [7, 3, 1];

    /// <summary>
    /// The notice that is due now, by its number of days, and how many days are really left; null before the first one and after the
    /// deadline. A program
    /// that was away on the very day tells late, and tells only the nearest one.
    /// </summary>
    public static (int Notice, int Left)? Due(Edition edition, DateTimeOffset closes, DateTimeOffset now)
    {
        if (now >= closes)
            return null;
        var left = VietNamTime.DayOf(closes.AddTicks(-1)).DayNumber - VietNamTime.DayOf(now).DayNumber;
        var days = edition.ReminderDays.Count > 0 ? edition.ReminderDays : Usual;
        return days.Where(day => left <= day).Cast<int?>().Min() is { } notice ? (notice, left) : null;
    }
}
