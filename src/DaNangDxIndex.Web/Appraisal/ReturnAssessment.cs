using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Appraisal;

/// <summary>The lead appraiser returns an assessment to be completed, naming criteria and reason.</summary>
public sealed class ReturnAssessment(AppraisalSheets sheets, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="LastDay">On which the agency completes and submits it, inclusive, in Viet Nam's time.</param>
    public sealed record Command(int Year, string Agency, string? Reason, DateOnly? LastDay) : UntilADay(LastDay);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules(TimeProvider clock)
        {
            RuleFor(command => command.Reason).NotEmpty().WithErrorCode("ReturnReasonMissing")
                .MaximumLength(2000).WithErrorCode("SentenceLong");
            this.RuleForLastDay(clock);
        }
    }

    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return false;
        var before = sheet.Assessment.State;
        sheet.Assessment.Return(command.Reason?.Trim() ?? "", command.RequiredEnd, sheet.Edition, actor, clock.GetUtcNow());
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.Returned, $"returned/{command.Year}/{command.Agency}/{sheet.Assessment.Version}",
            NoticePath.Assessment(command.Year, command.Agency),
            NoticeInWords.Returned(command.Year, sheet.Agency.Name, sheet.Assessment.ClosesAt(sheet.Edition), sheet.Assessment.Note))], ct);
        await act.KeepAsync(
            "assessment.return", sheet.Subject, new { State = before },
            new { sheet.Assessment.State, command.Reason, sheet.Assessment.CompletesBy }, ct);
        return true;
    }
}
