using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Notices;
using FluentValidation;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver gives the figures back to the assessor and says what to mend.</summary>
public sealed class SendBack(
    AssessmentSheets sheets, ShownEvidence evidence, Approvals approvals, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string? Note);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() =>
            RuleFor(command => command.Note).NotEmpty().WithErrorCode("NoteMissing").MaximumLength(2000).WithErrorCode("NoteLong");
    }

    /// <returns>Null where there is no such assessment.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        sheet.Assessment.SendBack(command.Note?.Trim() ?? "", sheet.Edition, actor, clock.GetUtcNow());
        // While it waits for approval nothing of it changes: what stands here is what the approver read.
        var declaration = sheet.Declaration(await evidence.OfAsync(command.Year, command.Agency, ct));
        await approvals.KeepAsync(
            sheet.Assessment, ApprovalAct.SentBack, declaration.Canonical, actor.Account, clock.GetUtcNow(), ct);
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.SentBack, $"sent-back/{command.Year}/{command.Agency}/{sheet.Assessment.Version}",
            NoticePath.Assessment(command.Year, command.Agency), NoticeInWords.SentBack(command.Year, sheet.Assessment.Note))],
                [Role.Assessor], ct);
        await act.KeepAsync(
            "assessment.send-back", sheet.Subject, new { state = before },
            new { state = sheet.Assessment.State, note = sheet.Assessment.Note }, ct);
        return sheet;
    }
}
