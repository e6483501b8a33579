using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Editions;

/// <summary>The office gives one agency more time, with a reason that everybody can read.</summary>
public sealed class ExtendDeadline(AssessmentSheets sheets, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="LastDay">Last day of entry, inclusive, in Viet Nam's time.</param>
    public sealed record Command(int Year, string Agency, DateOnly? LastDay, string? Reason) : UntilADay(LastDay);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules(TimeProvider clock)
        {
            this.RuleForLastDay(clock);
            this.RuleForReason(command => command.Reason);
        }
    }

    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return false;
        var assessment = sheet.Assessment;
        var before = new { assessment.ExtendedTo, assessment.ExtensionReason };
        assessment.Extend(command.RequiredEnd, command.Reason ?? "", sheet.Edition, actor, clock.GetUtcNow());
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.Extended, $"extended/{command.Year}/{command.Agency}/{assessment.Version}",
            NoticePath.Assessment(command.Year, command.Agency),
            NoticeInWords.Extended(command.Year, sheet.Agency.Name, command.RequiredEnd, command.Reason))], ct);
        await act.KeepAsync("assessment.extend", sheet.Subject, before, new { assessment.ExtendedTo, assessment.ExtensionReason }, ct);
        return true;
    }
}
