using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Appraisal;

/// <summary>The lead appraiser returns an assessment to be completed, naming criteria, and in each what is to be completed.</summary>
public sealed class ReturnAssessment(
    AppraisalSheets sheets, ShownEvidence evidence, Approvals approvals, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Note">What concerns the form as a whole; may be left out.</param>
    /// <param name="Criteria">By criterion what is to be completed in it; blank ones are passed over.</param>
    /// <param name="LastDay">On which the agency completes and submits it, inclusive, in Viet Nam's time.</param>
    public sealed record Command(
        int Year, string Agency, string? Note, IReadOnlyDictionary<string, string?> Criteria, DateOnly? LastDay) : UntilADay(LastDay);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules(TimeProvider clock)
        {
            RuleFor(command => command.Criteria).Must(criteria => criteria.Values.Any(reason => !string.IsNullOrWhiteSpace(reason)))
                .WithErrorCode("CriteriaMissing");
            RuleFor(command => command.Note).MaximumLength(2000).WithErrorCode("SentenceLong");
            this.RuleForReasons(command => command.Criteria);
            this.RuleForLastDay(clock);
        }
    }

    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return false;
        var (before, assessment) = (sheet.Assessment.State, sheet.Assessment);
        var criteria = ReturnedCriteria.Read(command.Criteria, sheet.Form);
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        assessment.Return(note, criteria, command.RequiredEnd, sheet.Edition, actor, clock.GetUtcNow());
        var declaration = sheet.Declaration(await evidence.OfAsync(command.Year, command.Agency, ct));
        await approvals.KeepAsync(assessment, ApprovalAct.Returned, declaration.Canonical, actor.Account, clock.GetUtcNow(), ct);
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.Returned, $"returned/{command.Year}/{command.Agency}/{assessment.Version}",
            NoticePath.Assessment(command.Year, command.Agency),
            NoticeInWords.Returned(
                command.Year, sheet.Agency.Name, assessment.ClosesAt(sheet.Edition), ReturnedCriteria.Told(note, criteria)))], ct);
        await act.KeepAsync(
            "assessment.return", sheet.Subject, new { State = before },
            new { assessment.State, Reason = note, Criteria = ReturnedCriteria.Told(null, criteria), assessment.CompletesBy }, ct);
        return true;
    }
}
