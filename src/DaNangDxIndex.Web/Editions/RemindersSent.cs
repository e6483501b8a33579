using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>The reminders that an agency was sent, newest first, and whether the letters have left.</summary>
public sealed class RemindersSent(DxIndexDb db)
{
    private const int Newest = 10;

    /// <param name="People">Who has the notice.</param>
    /// <param name="WithoutLetter">Of them, to whom no letter was written: no address, or read before it was.</param>
    /// <param name="Faults">Of letters that have not left, as the mail server said.</param>
    public sealed record Sent(Reminder Reminder, string By, int People, int Letters, DateTimeOffset? LastLetterAt, int WithoutLetter,
        IReadOnlyList<string> Faults);

    public async Task<IReadOnlyList<Sent>> OfAsync(int year, string agency, CancellationToken ct)
    {
        var reminders = await (
            from reminder in db.Set<Reminder>().AsNoTracking()
            join account in db.Set<Account>() on reminder.SentBy equals account.Id
            where reminder.Year == year && reminder.Agency == agency
            orderby reminder.Day descending
            select new { Reminder = reminder, account.FullName }).Take(Newest).ToListAsync(ct);
        var keys = reminders.ConvertAll(sent => SendReminders.KeyOf(year, agency, sent.Reminder.Day));
        var notices = (await (
            from notice in db.Set<Notice>().AsNoTracking()
            where keys.Contains(notice.Key)
            join letter in db.Set<Letter>() on notice.LetterId equals letter.Id into letters
            from letter in letters.DefaultIfEmpty()
            select new { notice.Key, Letter = letter }).ToListAsync(ct))
                .ToLookup(notice => notice.Key, notice => notice.Letter, StringComparer.Ordinal);
        return reminders.ConvertAll(sent =>
            Of(sent.Reminder, sent.FullName, [.. notices[SendReminders.KeyOf(year, agency, sent.Reminder.Day)]]));
    }

    private static Sent Of(Reminder reminder, string by, IReadOnlyList<Letter?> letters) => new(
        reminder, by, letters.Count, letters.Count(letter => letter?.State == LetterState.Sent), letters.Max(letter => letter?.SentAt),
        letters.Count(letter => letter is null),
        [.. letters.Select(letter => letter?.State == LetterState.Sent ? null : letter?.Fault).OfType<string>()
            .Distinct(StringComparer.Ordinal)]);
}
