using System.Globalization;
using System.Text.RegularExpressions;

namespace DaNangDxIndex.Text;

/// <summary>
/// Days as officials type them: "15/01/2027", also "15/1/2027" and "2027-01-15". Years are 2000 to 2100, as the years of editions are,
/// so that whoever reckons with a day never leaves the calendar.
/// </summary>
public static partial class TypedDate
{
    private static readonly string[] Forms = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    /// <summary>Exactly one of a day and a refusal.</summary>
    public sealed record Reading(DateOnly? Day, Bilingual? Refusal);

    public static Reading Read(string? text) =>
        !DateOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? DayBeyondMonth(text?.Trim() ?? "") ?? Refuse(
                "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 15/01/2027.", "Enter a day as day/month/year, for instance 15/01/2027.")
            : day.Year is < 2000 or > 2100
                ? Refuse("Năm phải từ 2000 đến 2100.", "The year must be between 2000 and 2100.")
                : new(day, null);

    /// <summary>The form is right and the month is shorter: 31/02/2027. Null where it is something else.</summary>
    private static Reading? DayBeyondMonth(string text)
    {
        if (Numbers().Match(text) is not { Success: true } typed)
            return null;
        var (day, month, year) = (Number("day"), Number("month"), Number("year"));
        if (day is < 1 or > 31 || month is < 1 or > 12 || year is < 2000 or > 2100)
            return null;
        var days = DateTime.DaysInMonth(year, month);
        return Refuse($"Tháng {month}/{year} chỉ có {days} ngày.", $"The month {month}/{year} has {days} days only.");

        int Number(string part) => int.Parse(typed.Groups[part].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^(?<day>[0-9]{1,2})/(?<month>[0-9]{1,2})/(?<year>[0-9]{4})$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    /// <summary>As a field holds it, in either language: <see cref="Read"/> gives it back.</summary>
    public static string Write(DateOnly day) => day.ToString(Forms[0], CultureInfo.InvariantCulture);

    private static Reading Refuse(string vi, string en) => new(null, new(vi, en));
}
