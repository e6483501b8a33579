using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>The office asks that one criterion of a final assessment be opened again; the lead appraiser decides.</summary>
public sealed class AskToReopen(DxIndexDb db, AppraisalSheets sheets, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string? Criterion, string? Request);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Criterion).NotEmpty().WithErrorCode("CriterionMissing");
            RuleFor(command => command.Request).NotEmpty().WithErrorCode("RequestMissing")
                .MaximumLength(2000).WithErrorCode("SentenceLong");
        }
    }

    /// <returns>False when there is no such assessment, or no such criterion that gives points.</returns>
    /// <exception cref="RuleViolation"><c>reopening.asked</c>: another request waits</exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || sheet.Criteria.Criterion(command.Criterion ?? "") is not { Rule: not null } criterion)
        {
            return false;
        }

        var earlier = await db.Set<Reopening>()
            .CountAsync(reopening => reopening.Year == command.Year && reopening.Agency == command.Agency, ct);
        var asked = sheet.Assessment.AskToReopen(
            earlier + 1, criterion.Code, command.Request?.Trim() ?? "", sheet.Edition, actor, clock.GetUtcNow());
        if (sheet.Reopening is { } waiting)
            throw new RuleViolation("reopening.asked", new(
                $"Đã có đề nghị mở lại tiêu chí {waiting.Criterion} đang chờ. Rút đề nghị đó hoặc chờ xử lý xong.",
                $"A request to reopen criterion {waiting.Criterion} is waiting already. Withdraw it, or wait until it is settled."));
        db.Add(asked);
        await notify.OthersAsync(new(
            command.Agency, NoticeKind.ReopeningAsked, $"reopening-asked/{command.Year}/{command.Agency}/{asked.Number}",
            $"/appraisal/{command.Year}/{command.Agency}/reopening",
            NoticeInWords.ReopeningAsked(command.Year, sheet.Agency.Name, asked.Criterion, asked.Request)), [Role.LeadAppraiser], ct);
        await act.KeepAsync("assessment.ask-to-reopen", sheet.Subject, null, new { asked.Criterion, asked.Request }, ct);
        return true;
    }
}
