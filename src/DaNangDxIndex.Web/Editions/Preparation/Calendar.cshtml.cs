using System.Globalization;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The days of an edition, all on one form: what is wrong stands beside its day, what falls on a weekend is said.</summary>
[Authorize(Policies.Office)]
public sealed class CalendarModel(EditionsInPreparation editions, SetCalendar set) : PageModel, IShowsRefusals
{
    private Edition? _edition;

    public Edition Edition => _edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public TypedCalendar Input { get; private set; } = new();

    public bool Saved { get; private set; }

    public bool CanChange => Edition.Stage == EditionStage.Drafting;

    [FromRoute]
    public int Year { get; set; }

    public async Task<IActionResult> OnGetAsync(bool saved, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } found)
            return NotFound();
        (Input, Saved) = (TypedCalendar.Of(found.Calendar, found.Version), saved);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(TypedCalendar input, CancellationToken ct)
    {
        Input = input;
        var (calendar, faults) = input.Read(Year);
        foreach (var (field, sentence) in faults)
            ModelState.AddModelError(field, sentence.ForReader());
        if (!ModelState.IsValid)
            return await FindAsync(ct) is null ? NotFound() : Page();
        return await set.HandleAsync(new(Year, calendar, input.Version), ct) ? RedirectToPage(new { Year, saved = true }) : NotFound();
    }

    /// <summary>What was typed stays; the next save is made knowing what stands now.</summary>
    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } found)
            return NotFound();
        Input.Version = found.Version;
        return Page();
    }

    private async Task<Edition?> FindAsync(CancellationToken ct) => _edition = (await editions.FindAsync(Year, ct))?.Edition;
}

/// <summary>A calendar as it is typed.</summary>
public sealed class TypedCalendar
{
    public string? EntryOpens { get; set; }

    public string? EntryCloses { get; set; }

    /// <summary>"17:00"; empty for the end of the day.</summary>
    public string? EntryClosesHour { get; set; }

    public string? AppraisalEnds { get; set; }

    /// <summary>1 or 2; anything else counts as 1.</summary>
    public int Rounds { get; set; } = 1;

    public string? RepliesEnd { get; set; }

    public string? ReviewEnds { get; set; }

    public string? Publishes { get; set; }

    public string? Reminders { get; set; }

    /// <summary>Days after publication; empty for the usual number.</summary>
    public string? Reviews { get; set; }

    public int Version { get; set; }

    public static TypedCalendar Of(Calendar calendar, int version) => new()
    {
        EntryOpens = Written(calendar.EntryOpensOn),
        EntryCloses = Written(calendar.EntryClosesOn),
        EntryClosesHour = calendar.EntryClosesAt is { } end
            && VietNamTime.Of(end).TimeOfDay != TimeSpan.Zero ? VietNamTime.Hour(end) : null,
        AppraisalEnds = Written(calendar.AppraisalEndsOn),
        Rounds = calendar.Rounds,
        RepliesEnd = Written(calendar.RepliesEndOn),
        ReviewEnds = Written(calendar.ReviewEndsOn),
        Publishes = Written(calendar.PublishesOn),
        Reminders = string.Join(", ", calendar.ReminderDays),
        Reviews = calendar.ReviewDays.ToString(CultureInfo.InvariantCulture),
        Version = version,
    };

    /// <summary>
    /// The calendar, with everything that is wrong in it; a day that was left empty is not known yet. Days of a second round that there
    /// is not are not read.
    /// </summary>
    public (Calendar Calendar, IReadOnlyList<(string Field, Bilingual Sentence)> Faults) Read(int year)
    {
        var faults = new List<(string Field, Bilingual)>();
        var closes = Day(EntryCloses, CalendarDay.EntryCloses);
        var calendar = new Calendar
        {
            EntryOpensOn = Day(EntryOpens, CalendarDay.EntryOpens),
            EntryClosesAt = closes is { } last ? EndOf(last) : null,
            AppraisalEndsOn = Day(AppraisalEnds, CalendarDay.AppraisalEnds),
            Rounds = Rounds == 2 ? 2 : 1,
            RepliesEndOn = Rounds == 2 ? Day(RepliesEnd, CalendarDay.RepliesEnd) : null,
            ReviewEndsOn = Rounds == 2 ? Day(ReviewEnds, CalendarDay.ReviewEnds) : null,
            PublishesOn = Day(Publishes, CalendarDay.Publishes),
            ReminderDays = [.. Numbers().OrderDescending()],
            ReviewDays = string.IsNullOrWhiteSpace(Reviews) ? Calendar.UsualReviewDays
                : int.TryParse(Reviews.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1,
        };
        faults.AddRange(calendar.Faults(year).Select(fault => (Field: fault.Day.ToString(), fault.Sentence))
            .Where(fault => !faults.Exists(known => known.Field == fault.Field)));
        return (calendar, faults);

        DateOnly? Day(string? text, CalendarDay day)
        {
            if (string.IsNullOrWhiteSpace(text))
                return null;
            var read = TypedDate.Read(text);
            if (read.Refusal is { } refusal)
                faults.Add((day.ToString(), refusal));
            return read.Day;
        }

        DateTimeOffset EndOf(DateOnly day)
        {
            if (string.IsNullOrWhiteSpace(EntryClosesHour))
                return VietNamTime.EndOf(day).ToUniversalTime();
            if (TimeOnly.TryParseExact(EntryClosesHour.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var hour) && hour != TimeOnly.MinValue)
                return VietNamTime.At(day, hour).ToUniversalTime();
            faults.Add((nameof(EntryClosesHour), new(
                "Nhập giờ theo dạng 17:00, hoặc để trống nếu là hết ngày.",
                "Enter the hour as 17:00, or leave it empty for the end of the day.")));
            return VietNamTime.EndOf(day).ToUniversalTime();
        }
    }

    /// <summary>What is no number counts as 0, which no calendar takes.</summary>
    private IEnumerable<int> Numbers() =>
        (Reminders ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0);

    private static string? Written(DateOnly? day) => day is { } known ? TypedDate.Write(known) : null;
}
