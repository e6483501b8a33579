using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Appraisal;

/// <summary>An appraiser asks the agency about a criterion of the field, while its round is open.</summary>
public sealed class AskAgency(
    DxIndexDb db, AppraisalSheets sheets, Conversations conversations, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string Criterion, string? Question);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Question).NotEmpty().WithErrorCode("QuestionMissing")
            .MaximumLength(Message.LongestText).WithErrorCode("QuestionLong");
    }

    /// <returns>Null when there is no such assessment, or no such criterion that gives points.</returns>
    /// <exception cref="RuleViolation"><c>thread.full</c>, and as for deciding</exception>
    public async Task<Conversation?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || sheet.Criteria.Criterion(command.Criterion) is not { Rule: not null } criterion)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        if (Conversation.AskRefusal(sheet.Assessment, sheet.Edition, criterion.VerifyingUnit, actor, now) is { } refusal)
            throw refusal;
        var thread = await conversations.OnAsync(command.Year, command.Agency, criterion.Code, ct);
        var question = thread.Next(sheet.Assessment, fromAgency: false, command.Question?.Trim() ?? "", actor, now);
        db.Add(question);
        if (thread.TellsOther(fromAgency: false))
        {
            await notify.AgenciesAsync([new(
                command.Agency, NoticeKind.Asked, $"asked/{command.Year}/{command.Agency}/{criterion.Code}/{question.Number}",
                NoticePath.Questions(command.Year, command.Agency),
                NoticeInWords.Asked(command.Year, sheet.Agency.Name, criterion.Code, question.Text))], ct);
        }

        await act.KeepAsync("thread.ask", $"{sheet.Subject}/criteria/{criterion.Code}", null, new { question.Number, question.Text }, ct);
        return thread with { Messages = [.. thread.Messages, question] };
    }
}
