using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Editions;

/// <summary>The office takes the record "not submitted" back before publication, with a reason and a last day for submitting.</summary>
public sealed class TakeBackRecord(AssessmentSheets sheets, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="LastDay">On which the agency can submit, inclusive, in Viet Nam's time.</param>
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
        var before = new { assessment.State, Reason = assessment.Note };
        assessment.TakeBack(command.Reason?.Trim() ?? "", command.RequiredEnd, sheet.Edition, actor, clock.GetUtcNow());
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.Returned, $"taken-back/{command.Year}/{command.Agency}/{assessment.Version}",
            NoticePath.Assessment(command.Year, command.Agency),
            NoticeInWords.TakenBack(command.Year, sheet.Agency.Name, assessment.ClosesAt(sheet.Edition), assessment.Note))], ct);
        await act.KeepAsync("assessment.take-back-record", sheet.Subject, before,
            new { assessment.State, Reason = assessment.Note, assessment.CompletesBy }, ct);
        return true;
    }
}
