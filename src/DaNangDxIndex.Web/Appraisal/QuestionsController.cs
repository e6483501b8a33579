using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>Questions that appraisers put to an agency, and its answers; criteria of another field are not there.</summary>
[ApiController, Authorize(Policies.Appraisal), Route("api/v1/editions/{year:int}/agencies/{agency}/appraisal/questions")]
public sealed class QuestionsController(
    AppraisalSheets sheets, Conversations conversations, AskAgency ask, IValidator<AskAgency.Command> rules, CurrentAccount account,
    IStringLocalizer<AppraisalTexts> texts) : ControllerBase
{
    public sealed record Input(string? Question);

    /// <summary>Questions to the agency and its answers, by criterion.</summary>
    [HttpGet(Name = "getQuestions")]
    public async Task<ActionResult<IReadOnlyList<ConversationAnswer>>> Get(int year, string agency, CancellationToken ct) =>
        await sheets.FindAsync(year, agency, ct) is { } sheet
            ? (ConversationAnswer[])[.. (await conversations.OfAsync(year, agency, ct))
                .Where(thread => AppraisalRules.IsInFieldOf(account.Actor, sheet.Criteria.Criterion(thread.Criterion)?.VerifyingUnit))
                .Select(ConversationAnswer.Of)]
            : NotFound();

    /// <summary>Asks the agency about a criterion.</summary>
    [HttpPost("{criterion}", Name = "askAgency"), Consumes("application/json")]
    public async Task<ActionResult<ConversationAnswer>> Ask(int year, string agency, string criterion, Input input, CancellationToken ct)
    {
        var command = new AskAgency.Command(year, agency, criterion, input.Question);
        if (this.Refusal(rules.Validate(command), "thread.question", texts) is { } refused)
            return refused;
        return await ask.HandleAsync(command, account.Actor, ct) is { } thread ? ConversationAnswer.Of(thread) : NotFound();
    }
}
