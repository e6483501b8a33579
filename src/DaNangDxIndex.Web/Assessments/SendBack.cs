using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver gives the figures back to the assessor and says what to mend, criterion by criterion or as a whole.</summary>
public sealed class SendBack(
    AssessmentSheets sheets, ShownEvidence evidence, Approvals approvals, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Criteria">By criterion what to mend in it; blank ones are passed over.</param>
    public sealed record Command(int Year, string Agency, string? Note, IReadOnlyDictionary<string, string?> Criteria)
    {
        public bool NamesNothing => Criteria.Values.All(string.IsNullOrWhiteSpace);
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Note).NotEmpty().WithErrorCode("NoteMissing").When(command => command.NamesNothing);
            RuleFor(command => command.Note).MaximumLength(2000).WithErrorCode("NoteLong");
            this.RuleForReasons(command => command.Criteria);
        }
    }

    /// <returns>Null where there is no such assessment.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        var criteria = ReturnedCriteria.Read(command.Criteria, sheet.Form);
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        sheet.Assessment.SendBack(note, criteria, sheet.Edition, actor, clock.GetUtcNow());
        // While it waits for approval nothing of it changes: what stands here is what the approver read.
        var declaration = sheet.Declaration(await evidence.OfAsync(command.Year, command.Agency, ct));
        await approvals.KeepAsync(
            sheet.Assessment, ApprovalAct.SentBack, declaration.Canonical, actor.Account, clock.GetUtcNow(), ct);
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.SentBack, $"sent-back/{command.Year}/{command.Agency}/{sheet.Assessment.Version}",
            NoticePath.Assessment(command.Year, command.Agency),
            NoticeInWords.SentBack(command.Year, ReturnedCriteria.Told(note, criteria)))], [Role.Assessor], ct);
        await act.KeepAsync(
            "assessment.send-back", sheet.Subject, new { state = before },
            new { state = sheet.Assessment.State, note, criteria = ReturnedCriteria.Told(null, criteria) }, ct);
        return sheet;
    }
}
