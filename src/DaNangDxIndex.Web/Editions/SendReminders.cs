using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>The office reminds chosen agencies that have not submitted, each at most once a day.</summary>
public sealed class SendReminders(DxIndexDb db, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, IReadOnlyCollection<string> Agencies, string? Sentence);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Agencies).NotEmpty().WithErrorCode("NobodyToRemind");
            RuleFor(command => command.Sentence).MaximumLength(Reminder.LongestSentence).WithErrorCode("ReasonLong");
        }
    }

    /// <returns>How many were reminded; those who have submitted or were reminded today are not. Null where there is no such
    /// edition.</returns>
    public async Task<int?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == command.Year, ct) is not { } edition)
            return null;
        var now = clock.GetUtcNow();
        var (day, sentence) = (VietNamTime.DayOf(now), string.IsNullOrWhiteSpace(command.Sentence) ? null : command.Sentence.Trim());
        var chosen = await (
            from assessment in db.Set<Assessment>().AsNoTracking()
            join agency in db.Set<Agency>().AsNoTracking() on assessment.Agency equals agency.Code
            where assessment.Year == command.Year && command.Agencies.Contains(assessment.Agency)
            where !db.Set<Reminder>()
                .Any(reminder => reminder.Year == assessment.Year && reminder.Agency == assessment.Agency && reminder.Day == day)
            select new { Assessment = assessment, agency.Name }).ToListAsync(ct);
        var owed = chosen.Where(agency => agency.Assessment.Owes).ToList();
        foreach (var agency in owed)
        {
            db.Add(new Reminder(command.Year, agency.Assessment.Agency, day, sentence, actor.Account, now));
            act.Tell("reminder.send", $"editions/{command.Year}/agencies/{agency.Assessment.Agency}", null, new { sentence });
        }
        await notify.AgenciesAsync([.. owed.Select(agency => new Notify.ToAgency(
            agency.Assessment.Agency, NoticeKind.Reminder, KeyOf(command.Year, agency.Assessment.Agency, day),
            NoticePath.Assessment(command.Year, agency.Assessment.Agency),
            NoticeInWords.Reminder(command.Year, agency.Name, agency.Assessment.ClosesAt(edition), sentence)))], ct);
        await act.KeepAsync(ct);
        return owed.Count;
    }

    /// <summary>The key of its notices.</summary>
    public static string KeyOf(int year, string agency, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"reminder/{year}/{agency}/{day:yyyy-MM-dd}");
}
