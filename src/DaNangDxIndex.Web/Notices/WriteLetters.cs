using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>
/// Puts unread notices into letters: what is urgent at once and alone, all else once a day for each person. Letters and the notices in them
/// are kept
/// together, and only one program writes at a time.
/// </summary>
public sealed class WriteLetters(DxIndexDb db, CurrentTenant tenant, MailSettings mail)
{
    /// <summary>The day's gathering is written in the morning.</summary>
    private static readonly TimeOnly Morning = new(7, 0);

    /// <summary>What is older was not sent because there was no way or no address then; it would be no news.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(7);

    private sealed record Person(Guid Id, string Name, string Mail, string Language);

    public async Task WriteAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('letters'), hashtext({tenant.Required.Slug}))", ct);
        var since = now - News;
        var waiting = (await (
            from notice in db.Set<Notice>()
            join account in db.Set<Account>() on notice.AccountId equals account.Id
            where notice.LetterId == null && notice.ReadAt == null && notice.At > since && account.Mail != null && !account.Disabled
            select new { Notice = notice, Person = new Person(account.Id, account.FullName, account.Mail ?? "", account.Language) })
            .ToListAsync(ct)).GroupBy(pair => pair.Person);
        foreach (var told in waiting)
        {
            foreach (var urgent in told.Where(pair => pair.Notice.IsUrgent))
                Write(told.Key, [urgent.Notice], null, now);
            List<Notice> routine = [.. told.Select(pair => pair.Notice).Where(notice => !notice.IsUrgent)];
            var today = VietNamTime.DayOf(now);
            if (routine.Count > 0 && now >= VietNamTime.At(today, Morning) && !await HadAsync(told.Key, today, ct))
                Write(told.Key, routine, today, now);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private Task<bool> HadAsync(Person person, DateOnly day, CancellationToken ct) =>
        db.Set<Letter>().AnyAsync(letter => letter.AccountId == person.Id && letter.DigestOf == day, ct);

    private void Write(Person person, IReadOnlyCollection<Notice> notices, DateOnly? digestOf, DateTimeOffset now)
    {
        var text = new LetterText(person.Language, tenant.Required.Name, $"{mail.Site}/{tenant.Required.Slug}/{person.Language}");
        var letter = new Letter(
            Guid.CreateVersion7(), person.Id, person.Mail, person.Language, text.Subject(notices), text.Body(person.Name, notices), now,
                digestOf);
        db.Add(letter);
        foreach (var notice in notices)
            notice.PutInto(letter);
    }
}
