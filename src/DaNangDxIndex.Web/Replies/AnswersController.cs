using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Replies;

/// <summary>What the appraisers asked an agency during the round, and its answers.</summary>
[ApiController, Authorize(Policies.AgencyStaff), Route("api/v1/editions/{year:int}/agencies/{agency}/questions")]
public sealed class AnswersController(
    Conversations conversations, AnswerQuestion answer, IValidator<AnswerQuestion.Command> rules, CurrentAccount account,
    IStringLocalizer<ReplyTexts> texts) : ControllerBase
{
    public sealed record Input(string? Answer);

    /// <summary>Questions of the appraisers to the agency, and its answers.</summary>
    [HttpGet(Name = "getQuestionsToAgency")]
    public async Task<IReadOnlyList<ConversationAnswer>> Get(int year, string agency, CancellationToken ct) =>
        [.. (await conversations.OfAsync(year, agency, ct)).Select(ConversationAnswer.Of)];

    /// <summary>Answers a question of the appraisers.</summary>
    [HttpPost("{criterion}", Name = "answerQuestion"), Consumes("application/json")]
    public async Task<ActionResult<ConversationAnswer>> Answer(int year, string agency, string criterion, Input input, CancellationToken ct)
    {
        var command = new AnswerQuestion.Command(year, agency, criterion, input.Answer);
        if (this.Refusal(rules.Validate(command), "thread.answer", texts) is { } refused)
            return refused;
        return await answer.HandleAsync(command, account.Actor, ct) is { } thread ? ConversationAnswer.Of(thread) : NotFound();
    }
}
