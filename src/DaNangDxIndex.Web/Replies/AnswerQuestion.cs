using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Replies;

/// <summary>Somebody of the agency answers what the appraisers asked about a criterion, while the round is open.</summary>
public sealed class AnswerQuestion(
    DxIndexDb db, AssessmentSheets sheets, Conversations conversations, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string Criterion, string? Answer);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Answer).NotEmpty().WithErrorCode("AnswerMissing")
            .MaximumLength(Message.LongestText).WithErrorCode("AnswerLong");
    }

    /// <returns>Null when there is no such assessment or criterion.</returns>
    /// <exception cref="RuleViolation">
    /// <c>thread.wrong-person</c>, <c>thread.closed</c>, <c>thread.not-asked</c>, <c>thread.full</c>
    /// </exception>
    public async Task<Conversation?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || sheet.Set.Criterion(command.Criterion) is not { } criterion)
            return null;
        var thread = await conversations.OnAsync(command.Year, command.Agency, criterion.Code, ct);
        if (thread.AnswerRefusal(sheet.Assessment, sheet.Edition, actor) is { } refusal)
            throw refusal;
        var answer = thread.Next(sheet.Assessment, fromAgency: true, command.Answer?.Trim() ?? "", actor, clock.GetUtcNow());
        db.Add(answer);
        if (thread.TellsOther(fromAgency: true))
        {
            await notify.PersonAsync(new(
                thread.Messages.Last(message => !message.FromAgency).WrittenBy, NoticeKind.Answered,
                $"answered/{command.Year}/{command.Agency}/{criterion.Code}/{answer.Number}",
                NoticePath.Bench(command.Year, command.Agency, criterion.Code),
                NoticeInWords.Answered(command.Year, sheet.Agency.Name, criterion.Code, answer.Text)), ct);
        }

        await act.KeepAsync("thread.answer", $"{sheet.Subject}/criteria/{criterion.Code}", null, new { answer.Number, answer.Text }, ct);
        return thread with { Messages = [.. thread.Messages, answer] };
    }
}
