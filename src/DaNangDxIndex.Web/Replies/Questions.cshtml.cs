using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Replies;

/// <summary>Everything that the appraisers asked the agency, criterion by criterion, with a field for each answer.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class QuestionsModel(
    AssessmentSheets sheets, Conversations conversations, AnswerQuestion answer, IValidator<AnswerQuestion.Command> rules,
    CurrentAccount account, IStringLocalizer<ReplyTexts> texts) : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    /// <summary>Which is answered; null where the page is only read.</summary>
    [FromRoute]
    public string? Criterion { get; set; }

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    /// <summary>In the order of the criteria.</summary>
    public IReadOnlyList<Conversation> Threads { get; private set; } = [];

    public string? Typed { get; private set; }

    public bool Sent { get; private set; }

    public bool MayAnswer(Conversation thread) => thread.AnswerRefusal(Sheet.Assessment, Sheet.Edition, account.Actor) is null;

    public string NameOf(Conversation thread) => $"{thread.Criterion} {Sheet.Set.Criterion(thread.Criterion)?.Name.ForReader()}";

    public Task<IActionResult> OnGetAsync(bool sent, CancellationToken ct)
    {
        Sent = sent;
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(string? answer, CancellationToken ct)
    {
        Typed = answer;
        var command = new AnswerQuestion.Command(Year, Agency, Criterion ?? "", answer);
        ModelState.Add(rules.Validate(command), texts, (nameof(command.Answer), FieldOf(Criterion ?? "")));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await AnswerAsync(command, ct);
    }

    public static string FieldOf(string criterion) => "answer-" + criterion;

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> AnswerAsync(AnswerQuestion.Command command, CancellationToken ct) =>
        await answer.HandleAsync(command, account.Actor, ct) is null
            ? NotFound()
            : RedirectToPage(new { Year, Agency, Criterion = "", sent = true });

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _sheet = await sheets.FindAsync(Year, Agency, ct);
        if (_sheet is null)
            return NotFound();
        var order = _sheet.Set.Criteria.Select((criterion, index) => (criterion.Code, index)).ToDictionary(StringComparer.Ordinal);
        Threads = [.. (await conversations.OfAsync(Year, Agency, ct))
            .OrderBy(thread => order.GetValueOrDefault(thread.Criterion, int.MaxValue))];
        return Page();
    }
}
