using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Appraisal;

/// <summary>The lead appraiser opens the criterion that the office asked for, with a reason that the agency reads.</summary>
public sealed class ReopenCriterion(AppraisalSheets sheets, HeardResults heard, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Reason).NotEmpty()
            .WithErrorCode("ReopenReasonMissing").MaximumLength(2000).WithErrorCode("SentenceLong");
    }

    /// <returns>The criterion, or null when there is no such assessment.</returns>
    /// <exception cref="RuleViolation"><c>reopening.not-asked</c>: the office did not ask</exception>
    public async Task<string?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        sheet.Assessment.Require(Assessments.AssessmentVerb.Reopen, sheet.Edition, actor, clock.GetUtcNow());
        var asked = sheet.Reopening ?? throw new RuleViolation("reopening.not-asked", new(
            "Chưa có đề nghị mở lại tiêu chí nào của cơ quan thường trực đối với hồ sơ này.",
            "The standing office has not asked to reopen any criterion of this assessment."));
        await heard.KeepAsync(command.Year, command.Agency, ct);
        sheet.Assessment.Reopen(asked, command.Reason?.Trim() ?? "", sheet.Edition, actor, clock.GetUtcNow());
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.Reopened, $"reopened/{command.Year}/{command.Agency}/{asked.Number}",
            NoticePath.Result(command.Year, command.Agency),
            NoticeInWords.Reopened(command.Year, sheet.Agency.Name, asked.Criterion, asked.Reason))], ct);
        await act.KeepAsync(
            "assessment.reopen", sheet.Subject, new { State = before }, new { sheet.Assessment.State, asked.Criterion, asked.Reason }, ct);
        return asked.Criterion;
    }
}
